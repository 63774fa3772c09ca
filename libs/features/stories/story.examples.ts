import type { StoryPhotoView } from './story-photo.dto.js';
import type { StoryView } from './story.dto.js';

const PHOTO: StoryPhotoView = {
  id: '0192f3a0-5c1e-7a44-9d5e-2b6f0c3d1e13',
  width: 1600,
  height: 1067,
  bytes: 214_133,
  sha256: '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08',
  altEn: 'Two people hang prints to dry in a small photo studio.',
  altEs: 'Dos personas cuelgan copias en un pequeño estudio.',
  captionEn: 'The studio in its first week.',
  captionEs: 'El estudio en su primera semana.',
  credit: 'UNHCR / A. Pérez',
  takenOn: '2024-07-20',
  people: 'consented',
  consentBy: 'Both persons shown, folder 12',
  consentOn: '2024-08-01',
  consentUse: 'MIRPS reports and public site',
};

export const STORY_EXAMPLE: StoryView = {
  id: '0192f3a0-5c1e-7a44-9d5e-2b6f0c3d1e11',
  stateCode: 'GT',
  year: 2024,
  titleEn: 'A studio of their own',
  titleEs: 'Un estudio propio',
  textEn: 'After a course the couple opened a photo studio.',
  textEs: 'Tras un curso, la pareja abrió un estudio fotográfico.',
  personName: 'Marta',
  nameChanged: true,
  consentOn: '2024-08-01',
  consentRef: 'Folder 12',
  photos: [PHOTO],
  commitment: 'GT-21',
  commitmentId: '0192f3a0-5c1e-7a44-9d5e-2b6f0c3d1e12',
  source: 'MIRPS Annual Report 2024',
  status: 'published',
  publishedAt: '2024-11-20T15:00:00Z',
  withdrawnAt: null,
  version: 2,
  mayWrite: true,
};
