/** Long side of a photo as it is sent: print in a report can be read, and a phone with a bad connection gets through. */
const LONGEST = 3000;

/**
 * A photo as it is sent: drawn anew, which leaves out where and by which device it was taken, and not larger than needed.
 * Other files stay as they are, and so does what this browser cannot draw.
 */
export async function asSent(file: File): Promise<File> {
  if (file.type !== 'image/jpeg') return file;
  try {
    const image = await createImageBitmap(file);
    const scale = Math.min(1, LONGEST / Math.max(image.width, image.height));
    const canvas = document.createElement('canvas');
    canvas.width = Math.round(image.width * scale);
    canvas.height = Math.round(image.height * scale);
    canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
    image.close();
    const drawn = await new Promise<Blob | null>((done) => canvas.toBlob(done, 'image/jpeg', 0.85));
    return drawn ? new File([drawn], file.name, { type: 'image/jpeg' }) : file;
  } catch {
    return file;
  }
}
