import './states.css';
import { Label, ProgressBar as AriaProgressBar } from 'react-aria-components';

export interface ProgressBarProps {
  label: string;
  /** 0 to `max`; left out while nobody knows. */
  value?: number;
  max?: number;
  /** "120 of 400 cases" instead of a percentage. */
  valueLabel?: string;
}

export function ProgressBar({ label, value, max = 100, valueLabel }: ProgressBarProps) {
  const isIndeterminate = value === undefined;
  return (
    <AriaProgressBar
      className="bu-progress"
      value={value ?? 0}
      maxValue={max}
      valueLabel={valueLabel}
      isIndeterminate={isIndeterminate}
      data-indeterminate={isIndeterminate || undefined}
    >
      {({ percentage, valueText }) => (
        <>
          <Label>{label}</Label>
          <span className="bu-progress-value">{isIndeterminate ? '' : valueText}</span>
          <div className="bu-progress-track">
            <div className="bu-progress-bar" style={isIndeterminate ? undefined : { width: `${percentage ?? 0}%` }} />
          </div>
        </>
      )}
    </AriaProgressBar>
  );
}
