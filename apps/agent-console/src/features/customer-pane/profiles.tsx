import { customersApi } from '@bureau/contracts';
import type { Customer, CustomerIdentity, FeedItem } from '@bureau/contracts';
import { can, useSession } from '@bureau/client';
import { identityIdOf } from '@bureau/domain';
import { Avatar, Icon, Link } from '@bureau/ui';
import { handleOf } from '../../pieces/post/index.ts';
import { formatNumber } from '../../language/format.ts';
import { languageName } from '../../plain/language-name.ts';
import { customerWords as words } from './customer-pane.words.ts';

export interface ProfilesProps {
  customer: Pick<Customer, 'id' | 'identities' | 'language' | 'avatarUrl'>;
  feed: readonly FeedItem[];
}

/** Who this is on the networks, as they show it. Whether it is the same person as another customer, people say. */
export function Profiles({ customer, feed }: ProfilesProps) {
  const session = useSession();
  return (
    <section className="customer-section" aria-label={words.profiles}>
      <h3>{words.profiles}</h3>
      <ul className="customer-profiles">
        {customer.identities.map((identity) => (
          <Profile
            key={`${identity.network} ${identity.externalId}`}
            identity={identity}
            picture={pictureOf(identity, feed) ?? customer.avatarUrl}
            language={customer.language}
          />
        ))}
      </ul>
      {can(session, customersApi.merge) && (
        <Link href={`/customers/${customer.id}?merge=true`}>{words.samePerson}</Link>
      )}
    </section>
  );
}

interface ProfileProps {
  identity: CustomerIdentity;
  picture: string | null;
  language: string | null;
}

function Profile({ identity, picture, language }: ProfileProps) {
  const { network, handle, verified, followers } = identity;
  const name = identity.name || handle || words.networks[network];
  const facts = [
    words.networks[network],
    followers !== null && words.followers(formatNumber(followers)),
    language !== null && languageName(language),
  ].filter((fact) => typeof fact === 'string');
  return (
    <li className="customer-profile">
      {picture === null ? (
        <Avatar name={name} size={32} isDecoration />
      ) : (
        <img className="customer-face" src={picture} alt="" width={32} height={32} />
      )}
      <div className="customer-name">
        <p className="customer-profile-name">
          <strong className="bu-truncate">{name}</strong>
          {verified && (
            <span className="post-verified" title={words.verified}>
              <Icon name="verified" size={14} />
              <span className="bu-hidden">{words.verified}</span>
            </span>
          )}
        </p>
        {handle !== '' && <ProfileLink identity={identity} />}
        <p className="bu-figures">{facts.join(' · ')}</p>
      </div>
    </li>
  );
}

/** Facebook shows no profile to a page; X does, under the handle. */
function ProfileLink({ identity: { network, handle } }: Pick<ProfileProps, 'identity'>) {
  if (network !== 'x') return <p className="bu-truncate">{handle}</p>;
  return (
    <a
      href={`https://x.com/${encodeURIComponent(handle)}`}
      target="_blank"
      rel="noopener noreferrer"
      className="post-see"
    >
      {handleOf({ handle }, network)} <Icon name="external" size={12} />
    </a>
  );
}

/** The copy that came with what was said last. */
function pictureOf({ network, externalId }: CustomerIdentity, feed: readonly FeedItem[]): string | null {
  const last = feed.findLast(
    (item) =>
      item.kind === 'message' &&
      item.post?.network === network &&
      identityIdOf(item.post, item.post.author.externalId) === externalId,
  );
  return last?.kind === 'message' ? (last.post?.author.avatarUrl ?? null) : null;
}
