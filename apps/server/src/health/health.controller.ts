import { Controller, Header, Inject, Res } from '@nestjs/common';
import { API_PREFIX } from '@bureau/contracts';
import {
  BlobStorage,
  CONFIG,
  Database,
  describeApi,
  JobQueue,
  PublicPage,
  registerGauge,
  renderMetrics,
  type Config,
} from '@bureau/platform';
import type { FastifyReply } from 'fastify';

interface Part {
  ok: boolean;
  /** For the operator, when it is not. */
  problem?: string;
}

/** What a load balancer and Prometheus ask. */
@Controller()
export class HealthController {
  constructor(
    private readonly database: Database,
    private readonly queue: JobQueue,
    private readonly storage: BlobStorage,
    @Inject(CONFIG) private readonly config: Config,
  ) {
    registerJobGauges(queue);
  }

  @PublicPage('/health/live', 'Say that the process runs.')
  live(): { ok: true } {
    return { ok: true };
  }

  @PublicPage('/health/ready', 'Say, part by part, whether the desk can work.')
  async ready(@Res({ passthrough: true }) reply: FastifyReply) {
    const parts = {
      database: await check(() => this.database.row('SELECT 1')),
      queue: await check(() => this.queue.depth()),
      storage: await this.storagePart(),
    };
    const ok = Object.values(parts).every((part) => part.ok);
    void reply.status(ok ? 200 : 503);
    return { ok, roles: this.config.roles, parts };
  }

  @PublicPage(`${API_PREFIX}/openapi.json`, 'Describe the API as OpenAPI 3.1.')
  openapi(): Record<string, unknown> {
    return describeApi(this.config.publicUrl);
  }

  @PublicPage('/metrics', 'Figures for Prometheus.')
  @Header('cache-control', 'no-store')
  async metrics(@Res({ passthrough: true }) reply: FastifyReply): Promise<string> {
    const { contentType, body } = await renderMetrics();
    void reply.header('content-type', contentType);
    return body;
  }

  private async storagePart(): Promise<Part> {
    const { writable, problem } = await this.storage.probe();
    return writable ? { ok: true } : { ok: false, problem: problem ?? 'not writable' };
  }
}

const PATIENCE_MS = 3000;

async function check(ask: () => Promise<unknown>): Promise<Part> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('no answer')), PATIENCE_MS);
  });
  try {
    await Promise.race([ask(), late]);
    return { ok: true };
  } catch (error) {
    return { ok: false, problem: error instanceof Error ? error.message : String(error) };
  } finally {
    clearTimeout(timer);
  }
}

function registerJobGauges(queue: JobQueue): void {
  registerGauge({
    name: 'bureau_jobs_waiting',
    help: 'Jobs that wait, by queue',
    label: 'queue',
    collect: async () =>
      Object.fromEntries(Object.entries(await queue.depth()).map(([name, depth]) => [name, depth.waiting])),
  });
  registerGauge({
    name: 'bureau_jobs_failed',
    help: 'Dead letters, by queue',
    label: 'queue',
    collect: async () =>
      Object.fromEntries(Object.entries(await queue.depth()).map(([name, depth]) => [name, depth.failed])),
  });
}
