/** SQL for what the record of the desk is called that `r` (object, desk_id; not o, p or c) names; null: it is gone. */
export const recordName = (r: string) => `CASE ${r}.object
  WHEN 'company' THEN (SELECT o.name FROM companies o WHERE o.id = ${r}.desk_id)
  WHEN 'customer' THEN (SELECT p.name FROM customers p WHERE p.id = ${r}.desk_id)
  WHEN 'case' THEN (SELECT c.subject FROM cases c WHERE c.id = ${r}.desk_id)
END`;

/** SQL for the contract `SyncRecord` of `r`. */
export const syncRecord = (r: string) =>
  `json_build_object('object', ${r}.object, 'deskId', ${r}.desk_id, 'name', ${recordName(r)})`;

/** Fields whose value is the id in Salesforce of the record that they name. */
export const RECORD_FIELDS = "('company', 'customer')";

/** SQL for the contract `NamedRecords` of a query of (object, id); cases name the contact of a person account. */
export const namedRecords = (query: string) => `(
  SELECT coalesce(json_object_agg(v.id, ${syncRecord('n')}), '{}') FROM (${query}) v (object, id) CROSS JOIN LATERAL (
    SELECT s.object, s.desk_id FROM salesforce_links s WHERE s.object = v.object AND s.salesforce_id = v.id
    UNION ALL
    SELECT s.object, s.desk_id FROM salesforce_links s WHERE s.object = v.object AND s.person_contact_id = v.id) n)`;
