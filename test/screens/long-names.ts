/** Names of 60 characters, for whatever has a name; those of cases go to the ones on top of the inbox. */
export const LONG_NAMES: readonly string[] = [
  `UPDATE customers SET name = 'Maximiliane Freifrau von Hohenstein-Wolkenburg zu Lichtenfels'
   WHERE id IN (SELECT customer_id FROM cases WHERE status IN ('new', 'open') ORDER BY active_at DESC LIMIT 3)`,
  `INSERT INTO companies (name) VALUES ('Hohenstein-Wolkenburgische Kaffeemaschineninstandsetzungs-GmbH')`,
  `UPDATE customers SET company_id = (SELECT max(id) FROM companies) WHERE name LIKE 'Maximiliane %'`,
  `UPDATE users SET name = 'Bartholomäus Ferdinand Maria von und zu Guttenberg-Altenstein'
   WHERE id = (SELECT min(id) FROM users)`,
  `UPDATE groups SET name = 'Ersatzteilbeschaffung, Gewährleistung und Reklamationsprüfung'
   WHERE id = (SELECT min(id) FROM groups)`,
  `UPDATE labels SET name = 'Kaffeevollautomatenentkalkungsprogrammfehlermeldungsübersicht', color = 'red'
   WHERE id = (SELECT min(id) FROM labels)`,
  `UPDATE brands SET name = 'Larkspur Coffee Roasters and Espresso Machine Repair Workshop'
   WHERE id = (SELECT min(id) FROM brands)`,
  `UPDATE mailboxes SET address = 'ersatzteilbeschaffung.und.reklamation@kundendienst.larkspur.example'
   WHERE id = (SELECT min(id) FROM mailboxes)`,
  `UPDATE roles SET name = 'Reklamationssachbearbeitung mit Gewährleistungsentscheidung'
   WHERE id = (SELECT max(id) FROM roles WHERE NOT everything)`,
  `INSERT INTO filters (name, folder, conditions, visibility, position)
   SELECT 'Reklamationen, die länger als drei Tage auf Ersatzteile warten', 'Ersatzteile und Gewährleistungsfälle',
     conditions, 'everyone', 99 FROM filters WHERE key = 'inbox'`,
  `UPDATE cases SET subject = 'Kaffeevollautomat: Entkalkungsprogramm bricht jedes Mal nach vier Minuten ab',
     group_id = (SELECT min(id) FROM groups), assignee_id = (SELECT min(id) FROM users),
     label_ids = ARRAY[(SELECT min(id) FROM labels), (SELECT min(id) + 1 FROM labels)]
   WHERE id IN (SELECT id FROM cases WHERE status IN ('new', 'open') ORDER BY active_at DESC LIMIT 3)`,
];
