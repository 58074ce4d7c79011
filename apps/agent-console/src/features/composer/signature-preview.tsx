import { brandsApi } from '@bureau/contracts';
import { can, useRoute, useSession } from '@bureau/client';
import { composerWords as words } from './composer.words.ts';

/** What the desk puts below the words, as it will be read. */
export function SignaturePreview({ brandId }: { brandId: number }) {
  const session = useSession();
  const brands = useRoute(brandsApi.list, {}, { enabled: can(session, brandsApi.list) });
  const signature = brands.data?.items.find(({ id }) => id === brandId)?.signature.trim() ?? '';
  if (signature === '') return null;
  return (
    <div className="composer-signature" role="note" aria-label={words.signature}>
      <span aria-hidden="true">--</span>
      <p>{signature}</p>
    </div>
  );
}
