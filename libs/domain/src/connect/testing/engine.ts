import { ModelGround, type Work, type World } from './model-ground.ts';
import { ModelPull } from './model-pull.ts';
import { ModelPush } from './model-push.ts';

/** The engine of the desk as a model: it does nothing but what the plans of this folder say, one effect at a time. */
export class ModelEngine {
  private readonly ground: ModelGround;
  private readonly there: ModelPush;
  private readonly back: ModelPull;

  constructor(world: World) {
    this.ground = new ModelGround(world);
    this.there = new ModelPush(this.ground);
    this.back = new ModelPull(this.ground);
  }

  /** A worker has died: its session of the database ends, and its locks with it. */
  letGo(worker: number): void {
    for (const [key, holder] of this.ground.locks) if (holder === worker) this.ground.locks.delete(key);
  }

  isLocked(deskId: string): boolean {
    return this.ground.locks.has(deskId);
  }

  push(worker: number): Work {
    return this.there.push(worker);
  }

  poll(worker: number): Work {
    return this.back.poll(worker);
  }
}
