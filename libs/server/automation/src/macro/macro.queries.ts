import { Injectable } from '@nestjs/common';
import { permits, userIdOf, type Actor, type ListMacros, type Macro } from '@bureau/contracts';
import { Clock, ProblemError, RawJson } from '@bureau/platform';
import { DescribeActions } from '../action/index.ts';
import { mayApply, mayEdit, maySee } from './macro.policy.ts';
import { MacroRepository, type Reader, type StoredMacro } from './macro.repository.ts';

/** Reads macros. */
@Injectable()
export class MacroQueries {
  constructor(
    private readonly macros: MacroRepository,
    private readonly describe: DescribeActions,
    private readonly clock: Clock,
  ) {}

  /** In their order. Throws permission.denied for all shared ones without macros:manage. */
  async list(actor: Actor, scope: ListMacros['scope']): Promise<Macro[]> {
    if (scope === 'shared' && !permits(actor, 'macros:manage')) throw new ProblemError('permission.denied');
    const all = await this.macros.all(this.readerOf(actor));
    return this.present(
      actor,
      all.filter((macro) => isIn(scope, actor, macro)),
    );
  }

  /** With its version. Throws macro.not-found. */
  async get(actor: Actor, macroId: number): Promise<RawJson> {
    const stored = await this.stored(actor, macroId);
    const [macro] = await this.present(actor, [stored]);
    return new RawJson(JSON.stringify(macro), stored.version);
  }

  /** Throws macro.not-found. */
  async stored(actor: Actor, macroId: number): Promise<StoredMacro> {
    const [macro] = await this.macros.some(this.readerOf(actor), [macroId]);
    if (!macro || !maySee(actor, macro)) throw new ProblemError('macro.not-found');
    return macro;
  }

  /** Those to apply, in the order in which they were named. Throws macro.not-found. */
  async applicable(actor: Actor, macroIds: readonly number[]): Promise<StoredMacro[]> {
    const found = new Map((await this.macros.some(this.readerOf(actor), macroIds)).map((macro) => [macro.id, macro]));
    return macroIds.map((id) => {
      const macro = found.get(id);
      if (!macro || !mayApply(actor, macro)) throw new ProblemError('macro.not-found');
      return macro;
    });
  }

  private readerOf(actor: Actor): Reader {
    return { userId: userIdOf(actor) ?? null, at: this.clock.now() };
  }

  private async present(actor: Actor, macros: readonly StoredMacro[]): Promise<Macro[]> {
    const sentences = await this.describe.run(
      actor,
      macros.flatMap(({ actions }) => actions),
    );
    let place = 0;
    return macros.map(({ version: _, ...macro }) => {
      const own = sentences.slice(place, (place += macro.actions.length));
      return { ...macro, sentences: own, editable: mayEdit(actor, macro) };
    });
  }
}

function isIn(scope: ListMacros['scope'], actor: Actor, macro: StoredMacro): boolean {
  switch (scope) {
    case 'mine':
      return mayApply(actor, macro);
    case 'own':
      return macro.visibility.for === 'user' && mayEdit(actor, macro);
    case 'shared':
      return macro.visibility.for !== 'user';
  }
}
