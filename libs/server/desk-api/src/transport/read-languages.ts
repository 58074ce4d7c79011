/** A header that names more is somebody's joke. */
const AT_MOST = 20;

/** What `Accept-Language` would rather read, best first, as this API writes languages; `en_us` is content with `en`. */
export function readLanguages(header: string | undefined): string[] {
  const wanted = (header ?? '').split(',').slice(0, AT_MOST).flatMap(wantedIn);
  const tags = wanted.toSorted((one, other) => other.weight - one.weight).map(({ tag }) => tag);
  return [...new Set(tags.flatMap((tag) => [tag, tag.split('_')[0] ?? tag]))];
}

function wantedIn(part: string): { tag: string; weight: number }[] {
  const [, tag, weight = '1'] =
    /^\s*([a-z]{2,3}(?:[-_][a-z0-9]{2,4})*)\s*(?:;\s*q=([01](?:\.\d{0,3})?)\s*)?$/i.exec(part) ?? [];
  return tag === undefined || Number(weight) === 0
    ? []
    : [{ tag: tag.toLowerCase().replaceAll('-', '_'), weight: Number(weight) }];
}
