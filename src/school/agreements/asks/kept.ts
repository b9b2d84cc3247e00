/** Keeps the newest answers in memory. What an answer depends on stands in its key, so that it never goes stale. */
export function keeper<T>(most: number): (key: string, make: () => Promise<T>) => Promise<T> {
  const kept = new Map<string, T>();
  return async (key, make) => {
    const known = kept.get(key);
    if (known !== undefined) return known;
    const made = await make();
    if (kept.size >= most) kept.delete(kept.keys().next().value!);
    kept.set(key, made);
    return made;
  };
}
