import './icon.css';
import { icons } from './icons.tsx';

export type IconName = keyof typeof icons;

export const iconNames = Object.keys(icons).filter((name): name is IconName => name in icons);

export interface IconProps {
  name: IconName;
  /** Edge in pixels; drawn for 16. */
  size?: number;
  /** Only where no word stands beside it; without a label the icon is decoration and hidden from screen readers. */
  label?: string;
  className?: string;
}

/** One of our own line icons, in the colour of the text around it. */
export function Icon({ name, size = 16, label, className = '' }: IconProps) {
  return (
    <svg
      className={`bu-icon ${className}`}
      width={size}
      height={size}
      viewBox="0 0 16 16"
      role={label ? 'img' : undefined}
      aria-label={label}
      aria-hidden={label ? undefined : true}
      focusable="false"
    >
      {icons[name]}
    </svg>
  );
}
