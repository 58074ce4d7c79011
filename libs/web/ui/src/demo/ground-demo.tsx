import { Icon, iconNames } from '../icon/icon.tsx';

const colours = [
  ...['surface', 'raised', 'sunken', 'hover', 'selection', 'note', 'line', 'edge', 'text', 'muted'],
  ...['accent', 'on-accent', 'positive', 'caution', 'danger', 'focus'],
];

const sizes = [20, 16, 14, 13, 12];

export function ColoursDemo() {
  return (
    <ul className="bu-demo-colours">
      {colours.map((name) => (
        <li key={name}>
          <span className="bu-demo-swatch" style={{ background: `var(--${name})` }} />
          {name}
        </li>
      ))}
    </ul>
  );
}

export function TypeDemo() {
  return sizes.map((size) => (
    <p key={size} className="bu-demo-type" style={{ fontSize: `var(--size-${size})` }}>
      {size} · The espresso machine leaks <strong>since Monday</strong> ·{' '}
      <span className="bu-figures">10:02 1,214</span>
    </p>
  ));
}

export function IconsDemo() {
  return (
    <ul className="bu-demo-icons">
      {iconNames.map((name) => (
        <li key={name}>
          <Icon name={name} />
          <span className="bu-truncate">{name}</span>
        </li>
      ))}
    </ul>
  );
}
