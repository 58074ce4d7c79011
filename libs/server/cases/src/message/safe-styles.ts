const COLOUR = /^(?:#[0-9a-f]{3,8}|[a-z]{3,20}|(?:rgb|hsl)a?\([\d\s.,%/a-z]{1,40}\))(?:\s*!important)?$/i;
const LENGTH = /^(?:0|auto|\d{0,4}(?:\.\d{1,6})?(?:px|pt|em|rem|ex|ch|%|in|cm|mm|pc))(?:\s*!important)?$/i;
const LENGTHS = /^(?:(?:0|auto|\d{0,4}(?:\.\d{1,6})?(?:px|pt|em|rem|ex|ch|%|in|cm|mm|pc))\s*){1,4}(?:!important)?$/i;
const WORD = /^[a-z-]{1,30}(?:\s*!important)?$/i;
const BORDER =
  /^(?:(?:\d{0,3}(?:\.\d{1,3})?(?:px|pt|em)?|none|solid|dashed|dotted|double|ridge|groove|inset|outset|thin|medium|thick|windowtext|#[0-9a-f]{3,8}|rgba?\([\d\s.,%]{1,40}\)|[a-z]{3,20})\s*){1,3}$/i;

const sides = (property: string): string[] => ['top', 'right', 'bottom', 'left'].map((side) => `${property}-${side}`);
const all = (properties: string[], value: RegExp) =>
  properties.map((property): [string, RegExp[]] => [property, [value]]);

/**
 * CSS that a mail may use inside its frame. Nothing that loads, moves over other things or leaves its place: no `url()`,
 * no position, no negative margins, no transforms, no `expression()` (S16).
 */
export const SAFE_STYLES: Record<string, RegExp[]> = Object.fromEntries([
  ...all(['color', 'background', 'background-color', 'border-color', 'text-decoration-color'], COLOUR),
  ...all([...sides('border').map((side) => `${side}-color`)], COLOUR),
  ...all(['width', 'height', 'max-width', 'min-width', 'max-height', 'text-indent', 'letter-spacing'], LENGTH),
  ...all([...sides('margin'), ...sides('padding'), ...sides('border').map((side) => `${side}-width`)], LENGTH),
  ...all(['margin', 'padding', 'border-width', 'border-radius', 'border-spacing'], LENGTHS),
  ...all(['border', ...sides('border')], BORDER),
  ...all(['border-style', ...sides('border').map((side) => `${side}-style`)], /^(?:[a-z]{4,8}\s*){1,4}$/i),
  ...all(['border-collapse', 'text-align', 'vertical-align', 'text-decoration', 'text-transform', 'font-style'], WORD),
  ...all(['word-break', 'overflow-wrap', 'word-wrap', 'direction', 'list-style-type', 'clear', 'float'], WORD),
  ...all(['display'], /^(?:none|block|inline|inline-block|table|table-row|table-cell|list-item)$/i),
  ...all(['white-space'], /^(?:normal|pre|pre-wrap|pre-line|nowrap|break-spaces)$/i),
  ...all(['font-weight'], /^(?:[1-9]00|normal|bold|bolder|lighter)$/i),
  ...all(
    ['font-size'],
    /^(?:\d{1,3}(?:\.\d{1,4})?(?:px|pt|em|rem|ex|%)|(?:x{1,2}-)?(?:small|large)|medium|smaller|larger)$/i,
  ),
  ...all(['font-family'], /^[\p{L}\d\s,'"_.-]{1,300}$/u),
  ...all(['line-height'], /^(?:normal|\d{1,3}(?:\.\d{1,4})?(?:px|pt|em|rem|%)?)$/i),
]);
