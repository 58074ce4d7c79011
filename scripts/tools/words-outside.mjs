import { readFileSync } from 'node:fs';
import ts from 'typescript';

/** Attributes and properties whose text people see or hear. */
const SEEN = new Set(
  'aria-label aria-description aria-roledescription aria-placeholder aria-valuetext label title placeholder alt'
    .concat(' description help error lead caption text detail advice safe what confirmLabel saveLabel header keywords')
    .split(' '),
);

/** Assigned to, they are read or heard. */
const WRITTEN = new Set(['title', 'textContent', 'innerText', 'ariaLabel', 'placeholder']);

/** At least two letters in a row, of whatever alphabet, that are no address nor the beginning of one. */
const hasWords = (text) => /\p{L}{2}/u.test(text.replaceAll(/&\w+;|https?:\/\/|^\/\S*$/g, ''));

/** `danger`, `text`: in an object that is a name among names, in a tag it is read. */
const isName = (text) => /^[a-z][a-z-]*$/.test(text);

/**
 * The places of a source file where people are told something that is in no catalogue: text between tags, and text in
 * attributes or properties that are read or heard.
 */
export function wordsOutside(path, source = readFileSync(path, 'utf8')) {
  const file = ts.createSourceFile(path, source, ts.ScriptTarget.Latest, true, ts.ScriptKind.TSX);
  const found = [];
  const report = (node, text) => {
    const { line } = file.getLineAndCharacterOfPosition(node.getStart(file));
    found.push({ path, line: line + 1, text: text.trim().replaceAll(/\s+/g, ' ') });
  };
  const look = (node) => {
    if (ts.isJsxText(node) && hasWords(node.text)) report(node, node.text);
    for (const text of seenTexts(node)) if (hasWords(text.text)) report(text.node, text.text);
    ts.forEachChild(node, look);
  };
  look(file);
  return found;
}

function seenTexts(node) {
  if (ts.isJsxAttribute(node)) {
    if (!SEEN.has(node.name.getText()) || !node.initializer) return [];
    return textsOf(ts.isJsxExpression(node.initializer) ? node.initializer.expression : node.initializer);
  }
  if (ts.isJsxExpression(node) && !ts.isJsxAttribute(node.parent)) return textsOf(node.expression);
  if (ts.isPropertyAssignment(node) && isSeen(node)) {
    return textsOf(node.initializer).filter(({ text }) => !isName(text));
  }
  if (ts.isBinaryExpression(node) && isWritten(node)) return textsOf(node.right);
  return [];
}

const isSeen = (node) => nameOf(node.name) !== 'alt' && SEEN.has(nameOf(node.name)) && !isOfNoPerson(node);

function isWritten({ operatorToken, left }) {
  if (operatorToken.kind !== ts.SyntaxKind.EqualsToken) return false;
  return ts.isPropertyAccessExpression(left) && WRITTEN.has(left.name.text);
}

/** The texts that an expression may become: itself, either side of a choice, what a template says around its values. */
function textsOf(node) {
  if (!node) return [];
  if (ts.isStringLiteral(node) || ts.isNoSubstitutionTemplateLiteral(node)) return [{ node, text: node.text }];
  if (ts.isTemplateExpression(node)) {
    return [
      { node, text: [node.head, ...node.templateSpans.map((span) => span.literal)].map((part) => part.text).join(' ') },
    ];
  }
  if (ts.isParenthesizedExpression(node)) return textsOf(node.expression);
  if (ts.isConditionalExpression(node)) return [...textsOf(node.whenTrue), ...textsOf(node.whenFalse)];
  const joins = [ts.SyntaxKind.PlusToken, ts.SyntaxKind.BarBarToken, ts.SyntaxKind.QuestionQuestionToken];
  if (ts.isBinaryExpression(node)) {
    if (node.operatorToken.kind === ts.SyntaxKind.AmpersandAmpersandToken) return textsOf(node.right);
    if (joins.includes(node.operatorToken.kind)) return [...textsOf(node.left), ...textsOf(node.right)];
  }
  return [];
}

const nameOf = (name) => (ts.isIdentifier(name) || ts.isStringLiteral(name) ? name.text : '');

/** Bodies of requests and maps of parameters have properties of the same names, which nobody reads. */
function isOfNoPerson(node) {
  for (let up = node.parent; up; up = up.parent) {
    if (ts.isPropertyAssignment(up) && ['body', 'query', 'params'].includes(nameOf(up.name))) return true;
    if (ts.isJsxElement(up) || ts.isFunctionDeclaration(up)) return false;
  }
  return false;
}
