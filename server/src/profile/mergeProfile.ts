/** Names the entry of a list that an addition or removal is about: the first of these keys that the entry has. */
const IDENTIFYING = ['kind', 'name', 'avoid', 'pattern', 'text', 'title'] as const;

/**
 * A profile with changes laid over it: objects key by key; a list, and any other value, is replaced; a list given as
 * `{ add: […], remove: […] }` is the old one without what is removed and with what is added. An added entry takes the place
 * of one of the same name. `null` takes a part away. Values are plain data as YAML gives it; what does not fit is left to the
 * schema to tell.
 */
export function mergeProfile(base: unknown, changes: unknown): unknown {
  if (changes === undefined) return base;
  if (Array.isArray(base) && isListChange(changes)) return changedList(base, changes);
  if (!isRecord(base) || !isRecord(changes)) return isListChange(changes) ? (changes.add ?? []) : changes;
  const merged: Record<string, unknown> = { ...base };
  for (const [key, value] of Object.entries(changes)) {
    if (value === null) delete merged[key];
    else merged[key] = mergeProfile(base[key], value);
  }
  return merged;
}

interface ListChange {
  readonly add?: readonly unknown[];
  readonly remove?: readonly unknown[];
}

function isListChange(value: unknown): value is ListChange {
  return (
    isRecord(value) &&
    Object.keys(value).length > 0 &&
    Object.entries(value).every(([key, list]) => (key === 'add' || key === 'remove') && Array.isArray(list))
  );
}

function changedList(base: readonly unknown[], { add = [], remove = [] }: ListChange): readonly unknown[] {
  const gone = new Set([...remove, ...add].map(nameOf));
  return [...base.filter(entry => !gone.has(nameOf(entry))), ...add];
}

function nameOf(entry: unknown): string {
  if (!isRecord(entry)) return String(entry).toLowerCase();
  const key = IDENTIFYING.find(one => one in entry);
  return key === undefined ? JSON.stringify(entry) : String(entry[key]).toLowerCase();
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return value !== null && typeof value === 'object' && !Array.isArray(value);
}
