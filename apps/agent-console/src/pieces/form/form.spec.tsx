import { ApiProblem } from '@bureau/client';
import { TextField } from '@bureau/ui';
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it } from 'vitest';
import { z } from 'zod';
import { aDesk } from '../../testing/a-desk.ts';
import { expectAccessible, renderPart } from '../../testing/render-screen.tsx';
import { FormFrame, useForm } from './index.ts';

const check = z.object({ name: z.string().trim().min(1, 'Write the name.'), slug: z.string() });

function BrandForm({ save }: { save: (values: { name: string; slug: string }) => Promise<unknown> }) {
  const form = useForm({ saved: { name: 'Larkspur', slug: 'larkspur' }, save, check });
  return (
    <FormFrame form={form}>
      <TextField
        label="Name"
        validationBehavior="aria"
        value={form.values.name}
        onChange={(name) => form.set({ name })}
        error={form.errorOf('name')}
      />
      <TextField
        label="Slug"
        validationBehavior="aria"
        value={form.values.slug}
        onChange={(slug) => form.set({ slug })}
        error={form.errorOf('slug')}
      />
    </FormFrame>
  );
}

async function typeName(text: string) {
  const name = await screen.findByRole('textbox', { name: 'Name' });
  await userEvent.clear(name);
  if (text) await userEvent.type(name, text);
  return name;
}

it('saves what was typed, and says so', async () => {
  const sent: unknown[] = [];
  renderPart(aDesk(), <BrandForm save={async (values) => sent.push(values)} />);
  await typeName('Tideline');
  expect(screen.queryByText('Not saved yet.')).not.toBeNull();
  await userEvent.click(screen.getByRole('button', { name: 'Save' }));
  expect(sent).toEqual([{ name: 'Tideline', slug: 'larkspur' }]);
  await screen.findByText('Saved.');
  await expectAccessible();
});

it('names a fault beside its field without asking the desk, and leads there', async () => {
  const sent: unknown[] = [];
  renderPart(aDesk(), <BrandForm save={async (values) => sent.push(values)} />);
  const name = await typeName('');
  await userEvent.click(screen.getByRole('button', { name: 'Save' }));
  expect(screen.getByRole('textbox', { name: 'Name', description: 'Write the name.' })).toBe(name);
  expect(document.activeElement).toBe(name);
  expect(screen.queryByText('One field needs your attention.')).not.toBeNull();
  expect(sent).toEqual([]);
});

it('shows what the desk refuses beside the field, and keeps what was typed', async () => {
  const refusal = new ApiProblem({
    type: 'about:blank',
    title: 'Some fields are missing or wrong; see errors.',
    status: 422,
    code: 'request.invalid',
    errors: [{ path: 'body.slug', message: 'Another brand has this slug.' }],
  });
  renderPart(
    aDesk(),
    <BrandForm
      save={() => {
        throw refusal;
      }}
    />,
  );
  await typeName('Tideline');
  await userEvent.click(screen.getByRole('button', { name: 'Save' }));
  await screen.findByText('Another brand has this slug.');
  expect(screen.getByRole<HTMLInputElement>('textbox', { name: 'Name' }).value).toBe('Tideline');
});

it('discards what was typed when asked to', async () => {
  renderPart(aDesk(), <BrandForm save={() => Promise.resolve()} />);
  await typeName('Tideline');
  await userEvent.click(screen.getByRole('button', { name: 'Discard changes' }));
  expect(screen.getByRole<HTMLInputElement>('textbox', { name: 'Name' }).value).toBe('Larkspur');
  expect(screen.getByRole<HTMLButtonElement>('button', { name: 'Save' }).disabled).toBe(true);
});
