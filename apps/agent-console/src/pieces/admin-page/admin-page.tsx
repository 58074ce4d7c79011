import './admin-page.css';
import { Link, Skeleton } from '@bureau/ui';
import type { ReactNode } from 'react';

/** What every page of the administration is given: where it is, and how it goes elsewhere. */
export interface AdminPageProps {
  /** What the address says behind the page: an id, `new`, or nothing for the list. */
  item: string | null;
  /** What the address says behind the `?`: a tab, a search, a state. */
  query: Readonly<Record<string, string>>;
  /** Goes to another item or query of this page; what is left out is cleared. */
  go: (to: { item?: string; query?: Readonly<Record<string, string>>; replace?: boolean }) => void;
}

export interface AdminPageFrameProps {
  title: string;
  /** What this page is for, in a sentence. */
  lead?: ReactNode;
  /** The way up: from one thing to the list of all. */
  back?: { label: string; href: string };
  /** At most one thing that this page is there to begin. */
  action?: ReactNode;
  /** For tables with many columns; otherwise the page keeps a readable measure. */
  isWide?: boolean;
  children: ReactNode;
}

/** The frame of an administrator's page: what it is called, what it is for, what can be begun here. */
export function AdminPage({ title, lead, back, action, isWide = false, children }: AdminPageFrameProps) {
  return (
    <div className="admin-page" data-wide={isWide || undefined}>
      {back && (
        <Link href={back.href} quiet className="admin-page-back">
          ← {back.label}
        </Link>
      )}
      <header className="admin-page-head">
        <div className="admin-page-words">
          <h1 tabIndex={-1}>{title}</h1>
          {lead && <p>{lead}</p>}
        </div>
        {action && <div className="admin-page-action">{action}</div>}
      </header>
      {children}
    </div>
  );
}

/** The shape of a page that is on its way. */
export function PageSkeleton() {
  return (
    <div className="admin-page">
      <Skeleton rows={8} shape="text" />
    </div>
  );
}

export interface AdminSectionProps {
  title: string;
  lead?: ReactNode;
  action?: ReactNode;
  children: ReactNode;
}

/** A part of an administrator's page, set off by a hairline. */
export function AdminSection({ title, lead, action, children }: AdminSectionProps) {
  return (
    <section className="admin-section">
      <header className="admin-page-head">
        <div className="admin-page-words">
          <h2>{title}</h2>
          {lead && <p>{lead}</p>}
        </div>
        {action && <div className="admin-page-action">{action}</div>}
      </header>
      {children}
    </section>
  );
}
