/** Sorts the table of cases by what the reader says and ticks. What is typed stays in this page. */
import { within } from '../frame/base.client.ts';
import type { CaseData } from './page-cases.ts';
import { type Ranked, rankCases } from './rank.ts';
import { fetchJson, once } from '../frame/load.client.ts';
import { searchPath } from '../search/address.ts';
import { pastedAfter } from '../frame/pasted.ts';
import { longestLine } from '../search/box-content.ts';
import { normalise } from '../search/text.ts';
import { openResults, takeSaid } from '../search/hand-over.client.ts';
import { OwnSignQuestion } from './own-sign-question.client.ts';
import { ownSignName, readTicks, writeTicks } from './state.ts';
import { numberSaid } from './vendor-numbers.ts';
import { bestShare } from './weights.ts';
import { type CaseFile, CaseWords } from './words.ts';

/** Cases that fit equally and are named beside the questions; the table shows them all. */
const mostNamed = 3;

/** Words that the page does not know and that are named; a pasted line may have many, and long ones. */
const mostUnknown = 5;
const longestUnknown = 30;

const section = document.querySelector<HTMLElement>('[data-which]');

function start(root: HTMLElement) {
  const said = root.querySelector<HTMLInputElement>('[data-said]')!;
  const ticks = [...root.querySelectorAll<HTMLInputElement>('[data-tick]')];
  const body = root.querySelector('tbody')!;
  const rows = [...root.querySelectorAll<HTMLTableRowElement>('[data-row]')];
  const status = root.querySelector('[data-order]')!;
  const clear = root.querySelector<HTMLElement>('[data-clear]')!;
  const asks = new Map(
    ticks.map((tick) => [
      tick.value,
      tick.type === 'radio'
        ? `${tick.closest('fieldset')?.querySelector('legend')?.textContent}: ${tick.parentElement?.textContent?.trim()}`
        : (tick.parentElement?.textContent?.trim() ?? ''),
    ]),
  );
  const weak = new Set(ticks.filter(({ dataset }) => 'weak' in dataset).map(({ value }) => value));

  /** What the reader says of the signs that tell the cases apart. */
  const own = new Map<string, boolean>();
  const question = new OwnSignQuestion(
    new Map(rows.map((row) => [row.dataset['row'] ?? '', row.cells[0]?.textContent?.trim() ?? ''])),
    (answers) => {
      own.clear();
      for (const [id, seen] of answers) if (seen !== undefined) own.set(id, seen);
      keepInAddress();
      void update();
    },
  );
  const outcomeText = document.createElement('span');

  let data: { cases: CaseData[]; words: CaseWords } | undefined;
  // A paste of megabytes would freeze the page, and no case is told by more.
  said.maxLength = longestLine;
  /** Whether what stands in the field was pasted, if only in part. What stood there before this ran may have been. */
  let pasted = said.value !== '';
  /** Something was pasted since the page was opened. */
  let ever = pasted;
  const markPasted = () => {
    pasted = true;
    ever = true;
  };
  /** Fetches signs and words of the cases; tried again after a failure. */
  const loadCases = once(async () => {
    const file = await fetchJson<CaseFile<CaseData>>(root.dataset['which'] ?? '');
    data = { cases: file.cases, words: new CaseWords(file, root.dataset['own']) };
  });
  const load = () => loadCases().catch(() => undefined);

  const page = root.dataset['page'] ?? '';
  /** How search ranks the cases for what is said, once its files are there. */
  let searched:
    { text: string; scores: ReadonlyMap<string, number>; untranslated: ReadonlySet<string> } | undefined;

  /** Asks search, which knows more words than this page; without it the page’s own words hold. */
  async function askSearch(text: string) {
    if (!text || searched?.text === text) return;
    const { loadLanguages, loadSymptoms } = await import('../search/engine.client.ts');
    const finder = await loadSymptoms();
    // Without the words of other languages, those of English hold.
    await loadLanguages(text).catch(() => false);
    const ranked = finder.rankCases(page, text);
    searched = {
      text,
      scores: new Map(ranked.map(({ path, score }) => [path.slice(page.length + 1), score])),
      untranslated: new Set(finder.untranslated(text)),
    };
  }

  /** How well each case fits the words, by search where it has answered. */
  function match(words: CaseWords, text: string) {
    const own = words.match(text);
    if (searched?.text !== text) return own;
    return new Map(
      [...searched.scores].map(([id, score]) => [
        id,
        { share: Math.min(1, score / bestShare), found: own.get(id)?.found ?? [] },
      ]),
    );
  }

  /** Words that neither the page nor search, as those of another language, knows. */
  const unknownIn = (words: CaseWords, text: string) =>
    words
      .unknown(text)
      .filter((word) => searched?.text !== text || searched.untranslated.has(normalise(word)));

  const ticked = () => ticks.filter((tick) => tick.checked && tick.value).map(({ value }) => value);

  function keepInAddress() {
    const answers = [...own].map(([id, seen]) => ownSignName(id, seen));
    history.replaceState(history.state, '', writeTicks([...ticked(), ...answers]));
  }

  /** Why a case stands where it does, in a line. */
  function reason({ fits, against, words: found, own: seen }: Ranked): string {
    return [
      seen === undefined ? '' : seen ? 'you see this' : 'you do not see this',
      fits.length ? `fits: ${fits.map((name) => asks.get(name)).join('; ')}` : '',
      found.length ? `your words: ${found.join(', ')}` : '',
      against.length ? `speaks against it: ${against.map((name) => asks.get(name)).join('; ')}` : '',
    ]
      .filter(Boolean)
      .join(' · ');
  }

  const titleOf = (id: string) =>
    rows.find(({ dataset }) => dataset['row'] === id)?.querySelector('a') ?? undefined;

  const link = (href: string, text: string) => {
    const made = document.createElement('a');
    made.href = href;
    made.textContent = text;
    return made;
  };

  /** Vendors' own numbers that somebody says and this page has a note on: `D35`, `560403`. */
  function vendorNumbers(text: string): (string | Node)[] {
    // A note on such a number begins with it, as a link.
    const notes = [...document.querySelectorAll<HTMLAnchorElement>('.vendor-notes li > a:first-child')];
    const links = notes
      .flatMap((note) => {
        const number = numberSaid(text, note.textContent);
        return number === undefined ? [] : [{ number, section: note.closest('section') }];
      })
      .slice(0, mostNamed)
      .flatMap(({ number, section }) => {
        const vendor = section?.querySelector('h3 a')?.textContent ?? '';
        return ['; ', link(`#${section?.id}`, `${vendor} ${number}`)];
      });
    return links.length ? [' A vendor’s own number: ', ...links.slice(1), '.'] : [];
  }

  /** Search with what was said; what was pasted goes into no address. */
  function searchLink(): HTMLAnchorElement {
    const made = link(root.dataset['search'] ?? '', 'Search all pages');
    made.addEventListener('click', (event) => {
      const text = said.value.trim();
      if (!text) return;
      // In another tab too; what was pasted crosses to this tab's next page only, so that it opens here.
      made.href = root.dataset['search'] ?? '';
      if (!pasted && (event.ctrlKey || event.metaKey || event.shiftKey)) {
        made.href = within(searchPath({ query: text }));
        return;
      }
      event.preventDefault();
      openResults({ text, log: '', pasted });
    });
    return made;
  }

  /**
   * What fits best, with a link to it: rows may be out of sight while a reader ticks.
   * @param fitting number of cases that fit and that nothing speaks against.
   */
  function outcome(best: Ranked[], fitting: number, unknown: string[]): (string | Node)[] {
    const links = best.slice(0, mostNamed).flatMap(({ id }) => {
      const title = titleOf(id);
      return title ? ['; ', link(title.hash, title.textContent)] : [];
    });
    const named = [best.length > 1 ? `${best.length} fit equally: ` : 'First: ', ...links.slice(1)];
    const vendors = document.querySelector('#vendors');
    const none = [
      fitting
        ? `${fitting === 1 ? 'One case fits' : `${fitting} cases fit`}, but that alone does not tell which it is: say or tick more. `
        : 'No case of this page fits what you say. ',
      ...(vendors ? [link('#vendors', 'What vendors say'), ' · '] : []),
      searchLink(),
    ];
    const strange = unknown
      .slice(0, mostUnknown)
      .map((word) => (word.length > longestUnknown ? `${word.slice(0, longestUnknown)}…` : word))
      .join(', ');
    const left = strange ? ` Not known here: ${strange}${unknown.length > mostUnknown ? ', …' : '.'}` : '';
    return [
      ...(best.length ? [...named, best.length > mostNamed ? '; …' : '.'] : none),
      left,
      ...vendorNumbers(said.value),
    ];
  }

  function show({ cases, words }: NonNullable<typeof data>) {
    const names = ticked();
    const text = said.value.trim();
    const asked = names.length > 0 || own.size > 0 || Boolean(text);
    const ranked = rankCases(cases, names, match(words, text), (name) => weak.has(name), own);
    const best = ranked.filter(({ rank, score, speaks }) => rank === 1 && score > 0 && speaks);
    for (const one of ranked) {
      const row = rows.find(({ dataset }) => dataset['row'] === one.id);
      if (!row) continue;
      body.append(row);
      row.classList.toggle('best', best.includes(one));
      row.classList.toggle('unlikely', asked && best.length > 0 && one.score <= 0);
      let why = row.querySelector('small');
      const line = asked ? reason(one) : '';
      if (line && !why) row.cells[0]?.append((why = document.createElement('small')));
      if (line && why) why.textContent = line;
      else why?.remove();
    }
    clear.hidden = !asked;
    for (const folded of root.querySelectorAll('details')) {
      const count = folded.querySelectorAll(':checked:not([value=""])').length;
      folded.querySelector('[data-ticked]')!.textContent = count ? `, ${count} ticked` : '';
    }
    const fitting = ranked.filter(
      (one) => one.fits.length && !one.against.length && one.own !== false,
    ).length;
    if (!asked) {
      question.forget();
      status.replaceChildren();
      return;
    }
    outcomeText.replaceChildren(...outcome(best, fitting, unknownIn(words, text)));
    question.ask(ranked);
    // Both stay where they are: a button that is taken out loses the focus.
    if (!outcomeText.isConnected) status.replaceChildren(outcomeText, question.element);
  }

  async function update() {
    await load();
    if (data) show(data);
    const text = said.value.trim();
    await askSearch(text).catch(() => undefined);
    if (data && searched?.text === text && text) show(data);
    if (!data) status.textContent = 'The order cannot be worked out just now.';
  }

  /** Ticks these signs and no others. */
  function tick(names: readonly string[]) {
    for (const one of ticks)
      one.checked = one.type === 'radio' && !one.value ? true : names.includes(one.value);
    for (const one of ticks)
      if (one.type === 'radio' && one.value && names.includes(one.value)) one.checked = true;
    for (const more of root.querySelectorAll('details'))
      if (more.querySelector<HTMLInputElement>(':checked:not([value=""])')) more.open = true;
  }

  said.addEventListener('focus', () => void load());
  said.addEventListener('input', (event) => {
    const how = event instanceof InputEvent ? event.inputType : '';
    pasted = pastedAfter(pasted, said.value, { how, replaced: false, ever });
    ever ||= pasted;
    // The answer, which stays in sight at the foot of the screen, must not cover what is being typed. It may come late.
    void update().then(() => document.activeElement === said && said.scrollIntoView({ block: 'nearest' }));
  });
  root.addEventListener('change', (event) => {
    if (!(event.target as HTMLElement).matches('[data-tick]')) return;
    keepInAddress();
    void update();
  });
  clear.addEventListener('click', () => {
    said.value = '';
    pasted = false;
    tick([]);
    own.clear();
    keepInAddress();
    void update();
    said.focus();
  });

  function fromAddress() {
    const answers = new Map(
      rows.flatMap(({ dataset: { row = '' } }) =>
        [true, false].map((seen) => [ownSignName(row, seen), [row, seen]] as const),
      ),
    );
    const names = readTicks(location.hash, new Set([...asks.keys(), ...answers.keys()]));
    if (!names.length) return;
    tick(names);
    own.clear();
    for (const name of names) {
      const answer = answers.get(name);
      if (answer) own.set(...answer);
    }
    question.resume(own);
    void update();
    root.querySelector('#which')?.scrollIntoView();
  }
  /** What was said to the search box, which led here. It may have been pasted, so it goes into no address. */
  function fromSearch() {
    const text = takeSaid(page);
    // What was typed before this ran stays.
    if (!text || (said.value && document.activeElement === said)) return;
    said.value = text.slice(0, longestLine);
    markPasted();
    void update();
  }
  fromAddress();
  fromSearch();
  addEventListener('hashchange', fromAddress);
  addEventListener('hashchange', fromSearch);
  // A field that the browser filled again after going back.
  if (said.value) void update();
}

if (section) start(section);
