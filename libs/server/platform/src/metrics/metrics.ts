import { collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';

/** One value, or one per value of the gauge's label. */
export type GaugeReading = number | Record<string, number>;

const registry = new Registry();
collectDefaultMetrics({ register: registry });

const requestSeconds = new Histogram({
  name: 'bureau_http_request_seconds',
  help: 'Time to answer a request',
  labelNames: ['method', 'route', 'status'],
  buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10],
  registers: [registry],
});

/**
 * Registers a figure that is read when Prometheus asks. Names begin with `bureau_`; give `label` when `collect` returns
 * several. A reading that fails leaves the figure out and spoils no other. Registering a name again replaces it.
 */
export function registerGauge(gauge: {
  name: string;
  help: string;
  label?: string;
  collect(): GaugeReading | Promise<GaugeReading>;
}): void {
  const { name, help, label } = gauge;
  registry.removeSingleMetric(name);
  new Gauge({
    name,
    help,
    labelNames: label === undefined ? [] : [label],
    registers: [registry],
    async collect() {
      this.reset();
      try {
        const reading = await gauge.collect();
        if (typeof reading === 'number') return this.set(reading);
        for (const [value, figure] of Object.entries(reading)) this.set({ [label ?? '']: value }, figure);
      } catch {
        this.remove();
      }
    },
  });
}

/** `route` is the pattern (`/cases/:id`), never the path: each distinct value costs memory for ever. */
export function observeRequest(request: { method: string; route: string; status: number; seconds: number }): void {
  const { method, route, status, seconds } = request;
  requestSeconds.observe({ method, route, status }, seconds);
}

/** The answer to `GET /metrics`: Prometheus text and its content type. */
export async function renderMetrics(): Promise<{ contentType: string; body: string }> {
  return { contentType: registry.contentType, body: await registry.metrics() };
}
