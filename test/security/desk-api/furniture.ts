import { customFieldsApi, groupsApi } from '@bureau/contracts';
import { expect } from 'vitest';
import { connectAccounts, type DeskAndNetworks } from '../../fixtures/networks.ts';
import { until } from '../../setup/until.ts';

/** What the parts of addresses name. */
export type Keys = Readonly<Record<string, string>>;

export interface Furniture {
  keys: Keys;
  /** A case of one's own, so that nothing is too late for it or done to it already. */
  anew(): Promise<Keys>;
}

/** One of everything that is written to. */
export async function furnish(world: DeskAndNetworks): Promise<Furniture> {
  const { desk } = world;
  const admin = desk.as(desk.administrator);
  const make = async (path: string, body: object, method = 'POST'): Promise<string> => {
    const answer = await admin.fetch(`/api/v2${path}`, { method, body: JSON.stringify(body) });
    const said = await answer.text();
    expect([path, answer.status < 300 ? null : said]).toEqual([path, null]);
    const resource: { id?: number } = JSON.parse(said);
    return String(resource.id);
  };
  for (const owner of ['case', 'customer', 'company'] as const) {
    await admin.call(customFieldsApi.create, { body: { owner, label: 'Level', type: 'text' } });
  }
  const { id: groupId } = await admin.call(groupsApi.create, { body: { name: 'Second line' } });
  const [account] = await connectAccounts(world, 'x', { as: 'larkspurcoffee' });
  const [user, company] = [String(desk.administrator.id), await make('/companies', { name: 'Acme' })];
  const macro = await make('/macros', { name: 'Raise' });
  const keys = {
    ...{
      user,
      company,
      macro,
      group: String(groupId),
      account: String(account!.id),
      deviceSetting: '100',
      locale: 'en',
    },
    ...{ action: String(Number(macro) * 100 + 2), preference: String(desk.administrator.id * 100 + 6) },
    customer: await make('/customers', { first_name: 'Ana' }),
    label: await make('/labels', { name: 'Refund' }),
    integration: await make('/integration_urls', { name: 'ERP', markup: 'https://erp.example/' }),
    tweet: await aTweet(world),
    device: await make(`/users/${user}/mobile_devices`, { token: 'abc', type: 'ios' }),
  };

  const aCase = () =>
    make('/cases', { subject: 'A kettle', message: { from: 'ana@customer.example', body: 'It drips.' } });
  const anew = async () => {
    const [supportCase, topic] = [await aCase(), await make('/topics', { name: crypto.randomUUID() })];
    await make(`/cases/${supportCase}/replies/draft`, { body: 'Hm' });
    return {
      ...{ ...keys, case: supportCase, otherCase: await aCase(), topic },
      note: await make(`/cases/${supportCase}/notes`, { body: 'Between us' }),
      reply: await make(`/cases/${supportCase}/replies`, { body: 'Here it is.', status: 'sent' }),
      article: await make(`/topics/${topic}/articles`, { subject: 'How', body: 'So' }),
    };
  };
  return { keys, anew };
}

/** What somebody says of the account, as X tells the desk. */
async function aTweet({ desk, outside }: DeskAndNetworks): Promise<string> {
  const { post } = outside.x.act({ kind: 'post', as: 'mayapaddles', text: '@larkspurcoffee My kettle leaks.' });
  const told = async () => {
    await desk.drain();
    return desk.sql.row<{ id: number }>('SELECT id FROM social_posts WHERE external_id = $1', [post!.id]);
  };
  await until(async () => (await told()) !== undefined, { what: 'X tells of the post', withinMs: 30_000 });
  const row = await told();
  return String(row?.id);
}
