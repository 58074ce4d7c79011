import { brandsApi } from '@bureau/contracts';
import type { Network, NetworkSetup } from '@bureau/contracts';
import { useRoute } from '@bureau/client';
import { Button, Checkbox, Dialog, Menu, Select } from '@bureau/ui';
import { useState } from 'react';
import { accountWords as words } from './social-accounts.words.ts';
import { useGoAway } from './use-go-away.ts';

/** Begins to connect an account of one of the networks that this desk has keys for. */
export function ConnectMenu({ setups }: { setups: readonly NetworkSetup[] }) {
  const [network, setNetwork] = useState<Network | null>(null);
  const actions = setups.map((setup) => ({
    id: setup.network,
    icon: setup.network,
    label: words.connectTo[setup.network],
    detail: setup.configured ? undefined : words.keysMissing,
    isDisabled: !setup.configured,
    onAction: () => setNetwork(setup.network),
  }));
  return (
    <>
      <Menu
        label={words.connect}
        placement="bottom end"
        trigger={
          <Button variant="primary" icon="plus">
            {words.connect}
          </Button>
        }
        groups={[{ id: 'networks', actions }]}
      />
      {network && <ConnectDialog network={network} onClose={() => setNetwork(null)} />}
    </>
  );
}

/** For which brand; then the browser goes to the network. */
function ConnectDialog({ network, onClose }: { network: Network; onClose: () => void }) {
  const brands = useRoute(brandsApi.list, {});
  const items = brands.data?.items ?? [];
  const [chosen, setChosen] = useState<number | null>(null);
  const brandId = chosen ?? items[0]?.id;
  const [switchAccount, setSwitchAccount] = useState(false);
  const away = useGoAway();
  const begin = () => {
    if (brandId !== undefined) away.connect({ network, brandId, switchAccount });
  };
  return (
    <Dialog
      isOpen
      title={words.connectTo[network]}
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{words.cancel}</Button>
          <Button
            variant="primary"
            icon="external"
            onPress={begin}
            isPending={away.isPending}
            isDisabled={brandId === undefined}
          >
            {words.goTo[network]}
          </Button>
        </>
      }
    >
      <Select
        label={words.brand}
        help={words.brandHelp}
        choices={items.map(({ id, name }) => ({ id: String(id), label: name }))}
        value={brandId === undefined ? null : String(brandId)}
        onChange={(id) => setChosen(Number(id))}
      />
      <p className="account-quiet account-sign-in">{words.signedInAs[network]}</p>
      <Checkbox isSelected={switchAccount} onChange={setSwitchAccount} help={words.switchHelp[network]}>
        {words.switchAccount[network]}
      </Checkbox>
    </Dialog>
  );
}
