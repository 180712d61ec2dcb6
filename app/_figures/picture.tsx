import type { PictureView } from '@/lib/course/pictures/picture-view'
import { ExerciseLine } from './exercise-line'
import { ExerciseMap } from './exercise-map'
import { MemberCircles } from './member-circles'
import { MembershipMap } from './membership-map'
import { MembershipTimeline } from './membership-timeline'
import { ReadingStrip } from './reading-strip'
import { SiteMap } from './site-map'
import { WantMatrix } from './want-matrix'

/** A picture that is derived from the facts of a course. */
export function PictureFigure({ picture }: { picture: PictureView }) {
  const { caption } = picture
  switch (picture.kind) {
    case 'map':
      return <MembershipMap caption={caption} {...picture.view} />
    case 'timeline':
      return <MembershipTimeline caption={caption} {...picture.view} />
    case 'circles':
      return <MemberCircles caption={caption} view={picture.view} />
    case 'exercises':
      return picture.as === 'line' ? (
        <ExerciseLine caption={caption} view={picture.view} />
      ) : (
        <ExerciseMap caption={caption} view={picture.view} />
      )
    case 'sites':
      return <SiteMap caption={caption} view={picture.view} />
    case 'wants':
      return <WantMatrix caption={caption} view={picture.view} />
    case 'readings':
      return <ReadingStrip caption={caption} view={picture.view} />
  }
}
