import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { ThemeProblem, ThemeTemplateName } from '@bureau/contracts';
import type { Template } from 'liquidjs';
import type { CenterVisitor } from '../../page/center-request.ts';

/** A template that is tried out, and what became of it. */
export interface ThemeDraft {
  brandId: number;
  template: ThemeTemplateName;
  templates: Template[];
  problem: ThemeProblem | null;
  /** Whoever is signed in on the page that is tried; null: whom its cookies say, who is nobody. */
  visitor: CenterVisitor | null;
  /** Whether the page that was asked for has this template in it. */
  used: boolean;
}

export const DRAFT_HEADER = 'x-bureau-theme-draft';

/** Templates that are being tried out in this process, each for one request that it sends to itself. */
@Injectable()
export class Drafts {
  private readonly open = new Map<string, ThemeDraft>();

  /** Lends the draft to whoever sends its name, until `work` is done. */
  async lend<T>(draft: ThemeDraft, work: (name: string) => Promise<T>): Promise<T> {
    const name = randomBytes(32).toString('base64url');
    this.open.set(name, draft);
    try {
      return await work(name);
    } finally {
      this.open.delete(name);
    }
  }

  of(brandId: number, name: string | string[] | undefined): ThemeDraft | null {
    const draft = typeof name === 'string' ? this.open.get(name) : undefined;
    return draft?.brandId === brandId ? draft : null;
  }
}
