/** The filters of the search page, by the names they have in its address. */

export const filterNames = ['kind', 'class', 'vendor', 'method'] as const;
export type FilterName = (typeof filterNames)[number];

/** A value for some of the filters. */
export type Chosen = Partial<Record<FilterName, string>>;
