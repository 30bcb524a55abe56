/** The filters of the results page: one list each, filled from what the index holds. */
import type { Records } from './facets.ts';
import { type Chosen, filterNames } from './filters.ts';

/** The form with a `<select>` for every filter. */
export class Filters {
  private readonly form: HTMLFormElement;
  private filled = false;

  constructor(form: HTMLFormElement, onChange: () => void) {
    this.form = form;
    form.addEventListener('change', () => {
      this.tell();
      onChange();
    });
    // Folded where there is little room; elsewhere nothing shows that it could be.
    const narrow = matchMedia('(width < 40rem)');
    const fold = () => {
      form.querySelector('details')!.open = !narrow.matches;
    };
    narrow.addEventListener('change', fold);
    fold();
  }

  /** What is chosen, beside the name of the fold. */
  private tell(): void {
    const chosen = Object.values(this.chosen).join(', ');
    this.form.querySelector('[data-chosen]')!.textContent = chosen && `: ${chosen}`;
  }

  private field(name: string): HTMLSelectElement {
    return this.form.elements.namedItem(name) as HTMLSelectElement;
  }

  get chosen(): Chosen {
    const chosen: Chosen = {};
    for (const name of filterNames) {
      const { value } = this.field(name);
      if (value) chosen[name] = value;
    }
    return chosen;
  }

  /** Filters of an address hold before their lists are filled. */
  set chosen(chosen: Chosen) {
    for (const name of filterNames) {
      const field = this.field(name);
      const value = chosen[name] ?? '';
      if (![...field.options].some((option) => option.value === value)) field.add(new Option(value, value));
      field.value = value;
    }
    this.tell();
  }

  /** Fills the lists, once, and shows them. */
  fill(records: Records): void {
    if (this.filled) return;
    this.filled = true;
    const { chosen } = this;
    for (const name of filterNames) {
      const values = records.values(name).map(([value, count]) => new Option(`${value} (${count})`, value));
      this.field(name).replaceChildren(new Option('all', ''), ...values);
    }
    this.chosen = chosen;
    this.form.hidden = false;
  }
}
