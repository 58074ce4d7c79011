/** What every entry keeps: without these it could not be told which one it is. */
const KEPT = ['id', '_links', '_embedded'];

/** An entry with only the members that `fields=a,b` names. */
export function onlyFields(entry: string, fields: string | null): string {
  if (fields === null || fields.trim() === '') return entry;
  const wanted = new Set([...KEPT, ...fields.split(',').map((field) => field.trim())]);
  const members: object = JSON.parse(entry);
  return JSON.stringify(Object.fromEntries(Object.entries(members).filter(([name]) => wanted.has(name))));
}
