import { brandsApi, usersApi } from '@bureau/contracts';
import type { Brand, Case, UserDetails } from '@bureau/contracts';
import { can, useRoute, useSession } from '@bureau/client';
import { signatureWords } from '@bureau/domain';
import { composerWords as words } from './composer.words.ts';

/** What the desk puts below the words, as it will be read: the writer's own signature and that of the brand. */
export function SignaturePreview({ supportCase }: { supportCase: Case }) {
  const session = useSession();
  const brands = useRoute(brandsApi.list, {}, { enabled: can(session, brandsApi.list) });
  const me = useRoute(usersApi.me, {});
  const brand = brands.data?.items.find(({ id }) => id === supportCase.brand.id);
  // Half of it would be another signature than the customer reads.
  if (!me.data || !brand) return null;
  const signature = signatureWords(brand.signature, valuesOf(supportCase, brand, me.data));
  if (signature === '') return null;
  return (
    <div className="composer-signature" role="note" aria-label={words.signature}>
      <span aria-hidden="true">--</span>
      <p>{signature}</p>
    </div>
  );
}

/** What signatures speak of, by the names of the desk's placeholders. */
function valuesOf({ id, subject, customer }: Case, brand: Brand, me: UserDetails): ReadonlyMap<string, string> {
  return new Map([
    ['current_user.name', me.name],
    ['current_user.name_public', me.publicName || me.name],
    ['current_user.signature', me.signature],
    ['brand.name', brand.name],
    ['customer.name', customer.name],
    ['case.id', String(id)],
    ['case.subject', subject],
  ]);
}
