// Pictures chosen in <input type="file" data-shrink> are made at most 1600 pixels wide or high before they are sent.
// What the browser cannot read as a picture is sent as it is: the server decides.
const longest = 1600;
const quality = 0.8;

export function shrinkPhotos() {
  document.addEventListener('change', async event => {
    const input = event.target;
    if (input.type !== 'file' || input.dataset.shrink === undefined || !input.files.length) return;
    const button = input.form?.querySelector('.is-main');
    button?.setAttribute('disabled', '');
    const files = await Promise.all([...input.files].map(smaller));
    const list = new DataTransfer();
    files.forEach(file => list.items.add(file));
    input.files = list.files;
    button?.removeAttribute('disabled');
    showChosen(input, files);
  });
}

async function smaller(file) {
  if (!file.type.startsWith('image/')) return file;
  try {
    const picture = await createImageBitmap(file, { imageOrientation: 'from-image' });
    const scale = Math.min(1, longest / Math.max(picture.width, picture.height));
    const canvas = document.createElement('canvas');
    canvas.width = Math.round(picture.width * scale);
    canvas.height = Math.round(picture.height * scale);
    canvas.getContext('2d').drawImage(picture, 0, 0, canvas.width, canvas.height);
    const blob = await new Promise(done => canvas.toBlob(done, 'image/jpeg', quality));
    if (!blob || blob.size >= file.size) return file;
    return new File([blob], file.name.replace(/\.\w+$/, '') + '.jpg', { type: 'image/jpeg', lastModified: file.lastModified });
  } catch {
    return file;
  }
}

function showChosen(input, files) {
  const tile = input.closest('.jg-photo');
  if (!tile) return;
  tile.parentElement.querySelectorAll(`[data-from="${input.id}"]`).forEach(old => old.remove());
  for (const file of files.filter(one => one.type.startsWith('image/'))) {
    const picture = document.createElement('img');
    picture.className = 'jg-photo-chosen';
    picture.dataset.from = input.id;
    picture.alt = file.name;
    picture.src = URL.createObjectURL(file);
    picture.addEventListener('load', () => URL.revokeObjectURL(picture.src));
    tile.before(picture);
  }
}
