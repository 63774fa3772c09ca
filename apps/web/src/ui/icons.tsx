import {
  IconUsersGroup,
  type Icon,
  IconAffiliate,
  IconAlarm as Alarm,
  IconAlertTriangle,
  IconArrowRight as ArrowRight,
  IconBriefcase as Briefcase,
  IconChartLine,
  IconChecklist,
  IconCoins as Coins,
  IconFlag as Flag,
  IconHeartHandshake,
  IconLayoutGrid,
  IconMap2,
  IconMessages,
  IconMail as Mail,
  IconMenu2,
  IconMoon as Moon,
  IconPencil as Pencil,
  IconRefresh,
  IconReport as Report,
  IconSun as Sun,
  IconX,
} from '@tabler/icons-react';

/** Icons only accompany words (or a label on their button), so they are hidden from screen readers. */
const decorative = (Shape: Icon) =>
  function Decorative({ size = 20 }: { size?: number }) {
    return <Shape size={size} stroke={1.7} aria-hidden focusable={false} />;
  };

export const IconAlarm = decorative(Alarm);
export const IconArrow = decorative(ArrowRight);
export const IconBriefcase = decorative(Briefcase);
export const IconChart = decorative(IconChartLine);
export const IconCheck = decorative(IconChecklist);
export const IconClose = decorative(IconX);
export const IconCoins = decorative(Coins);
export const IconCycle = decorative(IconRefresh);
export const IconFlag = decorative(Flag);
export const IconGrid = decorative(IconLayoutGrid);
export const IconHand = decorative(IconHeartHandshake);
export const IconMail = decorative(Mail);
export const IconMap = decorative(IconMap2);
export const IconMenu = decorative(IconMenu2);
export const IconMoon = decorative(Moon);
export const IconPencil = decorative(Pencil);
export const IconPeople = decorative(IconUsersGroup);
export const IconReport = decorative(Report);
export const IconSun = decorative(Sun);
export const IconTalk = decorative(IconMessages);
export const IconTeam = decorative(IconAffiliate);
export const IconWarning = decorative(IconAlertTriangle);
