import './sign-in.css';
import { Banner, Button } from '@bureau/ui';
import type { FormEvent, ReactNode } from 'react';

/** The frame of every page that comes before the desk: one thing to do, in the middle. */
export function WayIn({ title, children }: { title: string; children: ReactNode }) {
  return (
    <main className="sign-in">
      <div className="sign-in-card">
        <h1>{title}</h1>
        {children}
      </div>
    </main>
  );
}

export interface WayInFormProps {
  onSubmit: () => void;
  /** What went wrong with all of it. */
  error?: string;
  submit: string;
  isPending: boolean;
  children: ReactNode;
}

export function WayInForm({ onSubmit, error, submit, isPending, children }: WayInFormProps) {
  const send = (event: FormEvent) => {
    event.preventDefault();
    if (!isPending) onSubmit();
  };
  return (
    <form className="sign-in-form" onSubmit={send} noValidate>
      {error && <Banner tone="danger">{error}</Banner>}
      {children}
      <Button type="submit" variant="primary" isPending={isPending}>
        {submit}
      </Button>
    </form>
  );
}
