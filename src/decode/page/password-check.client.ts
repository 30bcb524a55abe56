/** The password check of a guide, for a pasted request or header line. */
import { passwordForm } from './password-form.client.ts';
import { recordedIn } from './recorded.ts';

for (const box of document.querySelectorAll<HTMLElement>('[data-password-check]')) {
  const field = box.querySelector('textarea')!;
  const method = box.querySelector('select')!;
  const read = () => recordedIn(field.value, method.value);
  box.querySelector('.needs-script')?.append(
    passwordForm(
      () => read()?.recorded ?? { header: '', method: method.value },
      () => read()?.around ?? [],
    ),
  );
}
