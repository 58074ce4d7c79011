export { FormFrame } from './form-frame.tsx';
export type { FormFrameProps } from './form-frame.tsx';
export { sameValues } from './same-values.ts';
export { Refusal } from './refusal.ts';
export { useForm } from './use-form.ts';
export type { Form, FormSettings } from './use-form.ts';
export { useUnsavedGuard } from './use-unsaved-guard.ts';
