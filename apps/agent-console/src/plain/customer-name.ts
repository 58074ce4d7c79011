/** What is known of whoever wrote, wherever a customer is shown. */
export interface NamedCustomer {
  id: number;
  name: string;
  address: string | null;
}

/** What a customer goes by: the name, else the address, else the number. */
export function customerName({ id, name, address }: NamedCustomer): string {
  return name || (address ?? `#${id}`);
}
