import { describe, expect, it } from 'vitest';
import { observeRequest, registerGauge, renderMetrics } from './metrics.ts';

describe('metrics', () => {
  it('read a figure when they are asked for', async () => {
    let age = 3;
    registerGauge({ name: 'bureau_intake_age_seconds', help: 'Oldest unread mail', collect: () => age });
    expect((await renderMetrics()).body).toContain('bureau_intake_age_seconds 3');
    age = 4;
    expect((await renderMetrics()).body).toContain('bureau_intake_age_seconds 4');
  });

  it('tell queues apart, and forget one that is gone', async () => {
    let depth: Record<string, number> = { delivery: 2, intake: 1 };
    registerGauge({ name: 'bureau_jobs_waiting', help: 'Jobs', label: 'queue', collect: async () => depth });
    expect((await renderMetrics()).body).toContain('bureau_jobs_waiting{queue="delivery"} 2');
    depth = { intake: 5 };
    const { body } = await renderMetrics();
    expect(body).toContain('bureau_jobs_waiting{queue="intake"} 5');
    expect(body).not.toContain('queue="delivery"');
  });

  it('show the others when one cannot be read', async () => {
    registerGauge({ name: 'bureau_broken', help: 'x', collect: () => Promise.reject(new Error('no database')) });
    registerGauge({ name: 'bureau_sound', help: 'x', collect: () => 1 });
    const { body, contentType } = await renderMetrics();
    expect(contentType).toContain('text/plain');
    expect(body).toContain('bureau_sound 1');
    expect(body).not.toMatch(/^bureau_broken /m);
  });

  it('count how long requests take by route', async () => {
    observeRequest({ method: 'GET', route: '/cases/:id', status: 200, seconds: 0.02 });
    expect((await renderMetrics()).body).toContain(
      'bureau_http_request_seconds_bucket{le="0.025",method="GET",route="/cases/:id",status="200"} 1',
    );
  });
});
