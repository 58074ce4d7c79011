/**
 * What was copied elsewhere, as the sheet can hold it: structure stays, styles go. Word's lists that are no lists become
 * some, Google's bold that is not bold goes, headings become bold lines, tables lines, pictures of others their names.
 */
export function cleanPaste(html: string): string {
  const { body } = new DOMParser().parseFromString(html, 'text/html');
  removeAll(body, 'style, script, meta, link, title, head, xml, o\\:p, colgroup, button, input, select');
  removeComments(body);
  body.querySelectorAll('b[style*="font-weight:normal"], b[style*="font-weight: normal"]').forEach(unwrap);
  listsOfWord(body);
  body.querySelectorAll('h1, h2, h3, h4, h5, h6').forEach(boldLine);
  body.querySelectorAll('table').forEach(linesOfTable);
  body.querySelectorAll('img').forEach(nameOfPicture);
  emphasisOfStyles(body);
  for (const element of body.querySelectorAll('*')) strip(element);
  return body.innerHTML.trim();
}

const KEPT: Record<string, readonly string[]> = { A: ['href'], OL: ['start'], IMG: ['data-content-id', 'alt'] };

function strip(element: Element): void {
  const kept = KEPT[element.tagName] ?? [];
  for (const { name } of [...element.attributes]) if (!kept.includes(name)) element.removeAttribute(name);
}

/** Word writes lists as paragraphs that begin with a sign or a number. */
function listsOfWord(body: HTMLElement): void {
  let list: Element | null = null;
  for (const paragraph of body.querySelectorAll('p[class*="MsoListParagraph"]')) {
    const sign = paragraph.querySelector('[style*="mso-list"]')?.textContent?.trim() ?? '';
    removeAll(paragraph, '[style*="mso-list"]');
    const tag = /^[0-9a-z]{1,3}[.)]/i.test(sign) ? 'ol' : 'ul';
    const isNext = list !== null && paragraph.previousElementSibling === list && list.tagName.toLowerCase() === tag;
    if (!isNext || !list) {
      list = body.ownerDocument.createElement(tag);
      paragraph.before(list);
    }
    const item = body.ownerDocument.createElement('li');
    item.append(...paragraph.childNodes);
    list.append(item);
    paragraph.remove();
  }
}

/** Editors of the web write bold and italic as styles. */
function emphasisOfStyles(body: HTMLElement): void {
  for (const element of body.querySelectorAll<HTMLElement>('span[style]')) {
    if (/^(?:bold|[6-9]00)$/.test(element.style.fontWeight)) wrapInside(element, 'strong');
    if (element.style.fontStyle === 'italic') wrapInside(element, 'em');
  }
}

function wrapInside(element: Element, tag: string): void {
  const inner = element.ownerDocument.createElement(tag);
  inner.append(...element.childNodes);
  element.append(inner);
}

function boldLine(heading: Element): void {
  const line = heading.ownerDocument.createElement('p');
  const bold = heading.ownerDocument.createElement('strong');
  bold.append(...heading.childNodes);
  line.append(bold);
  heading.replaceWith(line);
}

function linesOfTable(table: Element): void {
  const lines = [...table.querySelectorAll('tr')].map((row) => {
    const line = table.ownerDocument.createElement('p');
    line.textContent = [...row.querySelectorAll('td, th')].map((cell) => cell.textContent?.trim() ?? '').join(' · ');
    return line;
  });
  table.replaceWith(...lines);
}

/** A picture elsewhere would tell that the mail is read; its name stays, if it has one. */
function nameOfPicture(image: HTMLImageElement): void {
  if (image.getAttribute('data-content-id')?.startsWith('upload-')) return;
  image.replaceWith(image.alt === '' ? '' : `[${image.alt}]`);
}

function unwrap(element: Element): void {
  element.replaceWith(...element.childNodes);
}

function removeAll(within: Element, selector: string): void {
  within.querySelectorAll(selector).forEach((element) => element.remove());
}

function removeComments(body: HTMLElement): void {
  const walker = body.ownerDocument.createTreeWalker(body, NodeFilter.SHOW_COMMENT);
  const found: globalThis.Node[] = [];
  while (walker.nextNode()) found.push(walker.currentNode);
  found.forEach((comment) => comment.parentNode?.removeChild(comment));
}
