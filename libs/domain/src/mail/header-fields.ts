/** `Name: value` lines as name (lower case) and unfolded value; a blank line ends a group. */
export type FieldGroup = Map<string, string>;

/** Groups of header-like fields, as delivery reports hold them (RFC 3464 §2.1) and mails begin with. */
export function readFieldGroups(text: string): FieldGroup[] {
  return text
    .replace(/\r\n?/g, '\n')
    .replace(/\n[ \t]+/g, ' ')
    .split(/\n{2,}/)
    .map(readGroup)
    .filter((group) => group.size > 0);
}

function readGroup(block: string): FieldGroup {
  const group: FieldGroup = new Map();
  for (const line of block.split('\n')) {
    const field = /^([!-9;-~]+)[ \t]*:\s*(.*)$/.exec(line);
    const name = field?.[1]?.toLowerCase();
    if (name !== undefined && !group.has(name)) group.set(name, (field?.[2] ?? '').trim());
  }
  return group;
}
