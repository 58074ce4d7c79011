import { CreateMailbox, mailboxesApi } from '@bureau/contracts';
import type { Brand } from '@bureau/contracts';
import { useRoute } from '@bureau/client';
import { Button, Select, TextField } from '@bureau/ui';
import { withServers } from './connect-draft.ts';
import type { StepProps } from './connect-wizard.tsx';
import { StepBar } from './step-bar.tsx';
import { useFaults } from './use-faults.ts';
import { wizardWords as words } from './wizard.words.ts';
import { mailboxWords } from '../mailboxes.words.ts';

const Address = CreateMailbox.pick({ address: true, name: true });

export interface AddressStepProps extends StepProps {
  brands: readonly Brand[];
  brand: Brand | undefined;
}

/** Which address, whose, and what customers see. */
export function AddressStep({ draft, change, onNext, brands, brand }: AddressStepProps) {
  const faults = useFaults();
  const mailboxes = useRoute(mailboxesApi.list, {});
  const submit = () => {
    const address = draft.address.trim().toLowerCase();
    const name = draft.name.trim() || (brand?.name ?? '');
    const isTaken = mailboxes.data?.items.some((mailbox) => mailbox.address === address);
    const taken = new Map(isTaken ? [['address', words.taken]] : []);
    if (!faults.pass(Address, { address, name }, taken)) return;
    onNext(withServers({ ...draft, address, name }));
  };
  return (
    <form
      className="wizard-form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <TextField
        label={mailboxWords.address}
        help={words.addressHelp}
        type="email"
        isRequired
        validationBehavior="aria"
        value={draft.address}
        onChange={(address) => change({ address })}
        error={faults.errorOf('address')}
      />
      <TextField
        label={mailboxWords.name}
        help={mailboxWords.nameHelp}
        validationBehavior="aria"
        placeholder={brand?.name}
        value={draft.name}
        onChange={(name) => change({ name })}
        error={faults.errorOf('name')}
      />
      {brands.length > 1 && (
        <Select
          label={mailboxWords.brand}
          choices={brands.map(({ id, name }) => ({ id: String(id), label: name }))}
          value={brand ? String(brand.id) : null}
          onChange={(id) => change({ brandId: Number(id) })}
        />
      )}
      <StepBar>
        <Button type="submit" variant="primary">
          {words.next}
        </Button>
      </StepBar>
    </form>
  );
}
