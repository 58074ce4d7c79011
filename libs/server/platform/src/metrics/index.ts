export { observeRequest, registerGauge, renderMetrics, type GaugeReading } from './metrics.ts';
