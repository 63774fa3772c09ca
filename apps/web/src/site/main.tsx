import '~/ui/styles';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { startWith } from '~/i18n';
import { langOfAddress } from './address';
import { SiteApp } from './SiteApp';
import { adoptTheme } from './theme-sheet';

const root = document.getElementById('root');
if (!root) throw new Error('The page has no #root element.');

const TEXTS = {
  en: () => import('virtual:texts/site-texts-en'),
  es: () => import('virtual:texts/site-texts-es'),
};

const lang = langOfAddress(location.pathname);
adoptTheme();
void startWith(lang, TEXTS[lang]).then(() =>
  createRoot(root).render(
    <StrictMode>
      <SiteApp lang={lang} />
    </StrictMode>,
  ),
);
