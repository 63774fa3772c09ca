import type { ReactNode } from 'react';
import type { Story } from '../queries';
import { PhotoFigure } from './PhotoFigure';
import classes from './photos.module.css';

interface PhotoListProps {
  story: Story;
  /** Below the photo at this place. */
  actions?: (index: number) => ReactNode;
}

/** The photos of a story in their order. */
export const PhotoList = ({ story, actions }: PhotoListProps) => (
  <ol className={classes.photos}>
    {story.photos.map((photo, index) => (
      <li key={photo.id}>
        <PhotoFigure story={story} photo={photo} />
        {actions?.(index)}
      </li>
    ))}
  </ol>
);
