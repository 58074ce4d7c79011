import { brandsApi } from '@bureau/contracts';
import type { BrandDetails } from '@bureau/contracts';
import { useCommand } from '@bureau/client';
import { Banner, Button, ConfirmDialog, Dialog, Skeleton, useToasts } from '@bureau/ui';
import { useQueryClient } from '@tanstack/react-query';
import { useLinks, WhatLinksHere } from '../../pieces/what-links-here/index.ts';
import { problemText } from '../../plain/problem-words.ts';
import { brandWords as words } from './brands.words.ts';
import { refreshBrands } from './refresh-brands.ts';

export interface RemoveBrandProps {
  brand: BrandDetails;
  onClose: () => void;
  onRemoved: () => void;
}

/** Says what hangs on a brand; deletes it only where neither cases nor mailboxes do. */
export function RemoveBrand({ brand, onClose, onRemoved }: RemoveBrandProps) {
  const queries = useQueryClient();
  const toasts = useToasts();
  const links = useLinks('brand', brand.id);
  const remove = useCommand(brandsApi.remove, {
    onSuccess: () => {
      toasts.show({ text: words.remove.removed(brand.name) });
      onRemoved();
      void refreshBrands(queries);
    },
  });
  const isHeld = links.data?.items.some(({ noun }) => noun === 'case' || noun === 'mailbox') ?? true;
  if (isHeld) {
    return (
      <Dialog
        isOpen
        onClose={onClose}
        title={words.remove.held(brand.name)}
        actions={
          <Button autoFocus onPress={onClose}>
            {words.remove.understood}
          </Button>
        }
      >
        <div className="brand-remove">
          {links.isPending ? <Skeleton rows={2} shape="text" /> : <p>{words.remove.heldMeans}</p>}
          {!links.isPending && <WhatLinksHere links={links} />}
        </div>
      </Dialog>
    );
  }
  return (
    <ConfirmDialog
      isOpen
      onClose={onClose}
      onConfirm={() => remove.mutate({ params: { brandId: brand.id } })}
      title={words.remove.question(brand.name)}
      losses={words.remove.losses}
      confirmLabel={words.remove.confirm}
      isPending={remove.isPending}
    >
      <div className="brand-remove">
        <WhatLinksHere links={links} />
        {remove.error && <Banner tone="danger">{problemText(remove.error)}</Banner>}
      </div>
    </ConfirmDialog>
  );
}
