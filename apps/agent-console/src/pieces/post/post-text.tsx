import type { Network } from '@bureau/contracts';
import { piecesOf } from '@bureau/domain';
import { entitiesOf } from '@bureau/domain/x-text';

interface PostTextProps {
  text: string;
  network: Network;
}

/** The words of a post; what X makes links of leads where it leads there, on Facebook the addresses alone. */
export function PostText({ text, network }: PostTextProps) {
  const links = entitiesOf(text).filter(({ kind }) => network === 'x' || kind === 'link');
  return (
    <p className="post-text">
      {piecesOf(text, links).map(({ text: part, link }, index) =>
        link === null ? (
          part
        ) : (
          <a key={index} href={link.url} target="_blank" rel="noopener noreferrer">
            {part}
          </a>
        ),
      )}
    </p>
  );
}
