/** Who may ask to open the concern of somebody who is away, and who may agree. Pure. */

/** Two of these together, held by two people, stand in for whoever is away. */
export const KEY_OFFICES = ['head', 'chair-of-governors', 'deputy-head', 'deputy-head-academic', 'dsl', 'dpo', 'board-of-trustees'] as const;

/** The offices of a reader that count as a key. */
export const keysOf = (offices: readonly string[]): string[] => KEY_OFFICES.filter(office => offices.includes(office));

/** Whether a reader may agree: another person, with another office. */
export const mayAgree = (opening: { readonly askedBy: string; readonly askedOffice: string }, reader: { readonly person: string | null; readonly offices: readonly string[] }): string | null =>
  reader.person === null || reader.person === opening.askedBy ? null : keysOf(reader.offices).find(office => office !== opening.askedOffice) ?? null;
