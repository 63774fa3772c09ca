import {
  IconUsersGroup,
  IconAffiliate,
  IconAlarm as Alarm,
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
  IconPencil as Pencil,
  IconRefresh,
  IconReport as Report,
} from '@tabler/icons-react';
import { decorative } from './decorative';

export const IconAlarm = decorative(Alarm);
export const IconBriefcase = decorative(Briefcase);
export const IconChart = decorative(IconChartLine);
export const IconCheck = decorative(IconChecklist);
export const IconCoins = decorative(Coins);
export const IconCycle = decorative(IconRefresh);
export const IconFlag = decorative(Flag);
export const IconGrid = decorative(IconLayoutGrid);
export const IconHand = decorative(IconHeartHandshake);
export const IconMail = decorative(Mail);
export const IconMap = decorative(IconMap2);
export const IconPencil = decorative(Pencil);
export const IconPeople = decorative(IconUsersGroup);
export const IconReport = decorative(Report);
export const IconTalk = decorative(IconMessages);
export const IconTeam = decorative(IconAffiliate);
