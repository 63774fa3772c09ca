import { IconMenu2, IconMoon as Moon, IconSun as Sun, IconX } from '@tabler/icons-react';
import { decorative } from './decorative';

/** What the frame shows at once; the icons of the places come with the menu (`place-icons`). */
export const IconClose = decorative(IconX);
export const IconMenu = decorative(IconMenu2);
export const IconMoon = decorative(Moon);
export const IconSun = decorative(Sun);
