import { IconButton } from '../button/icon-button.tsx';
import type { IconName } from '../icon/icon.tsx';
import { Menu } from '../overlay/menu.tsx';
import { useUiWords } from '../words/ui-words.tsx';
import { themes, useTheme, type Theme } from './use-theme.ts';

const icons: Record<Theme, IconName> = { auto: 'monitor', light: 'sun', dark: 'moon', 'high-contrast': 'contrast' };

/** The switch between the themes, for the rail and the settings. */
export function ThemeMenu() {
  const words = useUiWords();
  const { theme, setTheme } = useTheme();
  const actions = themes.map((id) => ({
    id,
    label: words.themes[id],
    icon: icons[id],
    isChecked: id === theme,
    onAction: () => setTheme(id),
  }));
  return (
    <Menu
      label={words.theme}
      trigger={<IconButton icon={icons[theme]} label={words.theme} />}
      groups={[{ id: 'themes', actions }]}
    />
  );
}
