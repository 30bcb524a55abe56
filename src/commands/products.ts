/** Names of what commands belong to: a vendor's product or an operating system. */
import { type Model, model } from '../content/model.ts';

/** Systems that are no vendor of content/vendors. */
export const operatingSystems: Record<string, string> = {
  linux: 'Linux',
  windows: 'Windows',
  macos: 'macOS',
};

/** Whether pages have more of a vendor than texts that it prints: notes, or commands. */
export const hasMore = ({ id, data }: Model['vendors'][number]): boolean =>
  data.notes.length > 0 || model().commands.some(({ commands }) => commands.some(({ who }) => who === id));

/** @throws if the id is neither a vendor nor an operating system; the content check says so first. */
export function productName(id: string): string {
  const name = operatingSystems[id] ?? model().vendorById.get(id)?.data.name;
  if (!name) throw new Error(`"${id}" in content/commands.yaml is neither a vendor nor an operating system`);
  return name;
}
