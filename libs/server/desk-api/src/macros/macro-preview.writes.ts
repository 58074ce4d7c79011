import { Injectable } from '@nestjs/common';
import { permits, PreviewMacros, SaveDraft, type Actor, type MacroPreview } from '@bureau/contracts';
import { ApplyMacros } from '@bureau/automation';
import { CaseRepository, DraftsService } from '@bureau/cases';
import { z } from 'zod';
import { CASES } from '../cases/case.source.ts';
import { DRAFTS } from '../cases/draft.source.ts';
import type { Wish } from '../resource/desk-route.ts';
import { linkTo } from '../resource/links.ts';
import { SourceQueries } from '../resource/source.queries.ts';
import { understood } from '../resource/understood.ts';
import { MACRO_PREVIEWS } from './macro-preview.source.ts';

export const AskedMacros = z.object({
  _links: z.object({ macros: z.union([z.array(linkTo('macros')), linkTo('macros').transform((id) => [id])]) }),
});

export const PREVIEW_NAMES: Record<string, string> = { macroIds: '_links.macros' };

@Injectable()
export class MacroPreviews {
  constructor(
    private readonly applyMacros: ApplyMacros,
    private readonly cases: CaseRepository,
    private readonly drafts: DraftsService,
    private readonly sources: SourceQueries,
  ) {}

  /** What macros would do: the case as it would be, and the reply that would be left to its writer. Throws what the verbs throw. */
  async show({ actor, id: caseId, body }: Wish<z.output<typeof AskedMacros>>): Promise<string> {
    const { macroIds } = understood(PreviewMacros, { macroIds: body._links.macros });
    const keys = { case: String(caseId) };
    const preview = await this.sources.entry(actor, MACRO_PREVIEWS, { keys });
    const embedded = await this.applyMacros.rehearse(actor, { caseId, macroIds }, async ({ reply }) => {
      const isLeft = reply !== null && permits(actor, 'cases:reply');
      if (isLeft) await this.leave(actor, caseId, reply);
      const [draft, after] = [
        isLeft ? await this.sources.entry(actor, DRAFTS, { keys }) : undefined,
        await this.sources.entry(actor, CASES, { keys }),
      ];
      return `{"reply":${draft ?? 'null'},"case":${after ?? 'null'}}`;
    });
    return `${(preview ?? '{}').slice(0, -1)},"_embedded":${embedded}}`;
  }

  private async leave(
    actor: Actor,
    caseId: number,
    { html, text, subject }: NonNullable<MacroPreview['reply']>,
  ): Promise<void> {
    const { sequence } = await this.cases.lockOrThrow(actor, caseId);
    await this.drafts.save(actor, { caseId, kind: 'reply' }, understood(SaveDraft, { html, text, subject, sequence }));
  }
}
