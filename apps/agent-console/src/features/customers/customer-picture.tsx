import { customersApi } from '@bureau/contracts';
import type { Customer } from '@bureau/contracts';
import { can, keyOf, useClient, useSession } from '@bureau/client';
import { Avatar, Button, Menu, useToasts } from '@bureau/ui';
import { useQueryClient } from '@tanstack/react-query';
import { useRef } from 'react';
import { customerName } from '../../plain/customer-name.ts';
import { problemText } from '../../plain/problem-words.ts';
import { customersWords } from './customers.words.ts';

const words = customersWords.picture;
const MOST_BYTES = 2_000_000;
const KINDS = ['image/png', 'image/jpeg', 'image/gif', 'image/webp'];

/** The picture of a customer, or the initials; who may, changes it. */
export function CustomerPicture({ customer }: { customer: Customer }) {
  const session = useSession();
  const input = useRef<HTMLInputElement>(null);
  const { choose, remove } = usePicture(customer);
  const face = <Face customer={customer} />;
  if (!can(session, customersApi.setAvatar)) return face;
  const actions = [
    { id: 'choose', label: words.choose, icon: 'image' as const, onAction: () => input.current?.click() },
    ...(customer.avatarUrl === null
      ? []
      : [{ id: 'remove', label: words.remove, icon: 'trash' as const, onAction: () => void remove() }]),
  ];
  return (
    <>
      <Menu
        label={words.menu}
        groups={[{ id: 'picture', actions }]}
        trigger={
          <Button variant="quiet" className="customer-picture">
            <span className="bu-hidden">{words.menu}</span>
            <span aria-hidden="true">{face}</span>
          </Button>
        }
      />
      <input
        ref={input}
        type="file"
        accept={KINDS.join(',')}
        hidden
        aria-label={words.choose}
        onChange={({ currentTarget }) => {
          const [file] = currentTarget.files ?? [];
          currentTarget.value = '';
          if (file) void choose(file);
        }}
      />
    </>
  );
}

function Face({ customer }: { customer: Customer }) {
  const name = customerName(customer);
  if (customer.avatarUrl === null) return <Avatar name={name} size={32} isDecoration />;
  return <img className="customer-photo" src={customer.avatarUrl} alt="" width={32} height={32} />;
}

function usePicture(customer: Customer) {
  const client = useClient();
  const queries = useQueryClient();
  const toasts = useToasts();
  const params = { customerId: customer.id };
  const refuse = (detail: string) => toasts.show({ tone: 'danger', text: customersWords.failedTo, detail });
  const change = async (write: () => Promise<Customer>, said: string) => {
    try {
      queries.setQueryData(keyOf(customersApi.get, { params }), await write());
      toasts.show({ text: said });
    } catch (error) {
      refuse(problemText(error));
    }
  };
  return {
    choose: async (file: File) => {
      if (!KINDS.includes(file.type)) return void refuse(words.notAnImage);
      if (file.size > MOST_BYTES) return void refuse(words.tooLarge);
      return change(() => client.upload(customersApi.setAvatar, { params }, { file }), words.saved);
    },
    remove: () => change(() => client.call(customersApi.removeAvatar, { params }), words.removed),
  };
}
