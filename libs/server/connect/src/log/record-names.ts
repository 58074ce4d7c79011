/** SQL for what the record of the desk is called that `r` (object, desk_id; not o, p or c) names; null: it is gone. */
export const recordName = (r: string) => `CASE ${r}.object
  WHEN 'company' THEN (SELECT o.name FROM companies o WHERE o.id = ${r}.desk_id)
  WHEN 'customer' THEN (SELECT p.name FROM customers p WHERE p.id = ${r}.desk_id)
  WHEN 'case' THEN (SELECT c.subject FROM cases c WHERE c.id = ${r}.desk_id)
END`;

/** SQL for the contract `SyncRecord` of `r`. */
export const syncRecord = (r: string) =>
  `json_build_object('object', ${r}.object, 'deskId', ${r}.desk_id, 'name', ${recordName(r)})`;
