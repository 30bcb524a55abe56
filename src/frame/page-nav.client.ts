/** Marks the section being read in the page navigation. */
const links = new Map<string, HTMLAnchorElement>();
for (const link of document.querySelectorAll<HTMLAnchorElement>('[data-page-nav] a'))
  links.set(link.hash.slice(1), link);

const targets = [...links.keys()].flatMap((id) => document.getElementById(id) ?? []);
let current: HTMLAnchorElement | undefined;

/** The last target that has been reached. Those below it are not measured: that would lay them out. */
function reached(): HTMLElement | undefined {
  const next = targets.findIndex((target) => target.getBoundingClientRect().top >= innerHeight * 0.3);
  return next === -1 ? targets.at(-1) : targets[next - 1];
}

function mark() {
  const passed = reached();
  const link = passed && links.get(passed.id);
  if (link === current) return;
  current?.removeAttribute('aria-current');
  link?.setAttribute('aria-current', 'true');
  current = link;
}

// Both edges count: a target that leaves upwards leaves the one before it to be read.
const observer = new IntersectionObserver(mark, { rootMargin: '0px 0px -70% 0px', threshold: [0, 1] });
for (const target of targets) observer.observe(target);

// The list of a phone closes when one of its links is followed.
for (const [, link] of links)
  link.addEventListener('click', () => link.closest<HTMLElement>('[popover]:popover-open')?.hidePopover());

export {};
