// Makes of a photo what VariantMaker makes, as well as sharp can, on request: a line "id<TAB>way<TAB>photo<TAB>folder" in, a line "id" out when all files are there.
// Ways: "each" decodes the photo for every variant, smaller where JPEG allows it; "once" decodes it once and makes all from the pixels.
const path = require('node:path');
const sharp = require('sharp');
sharp.cache(false);

const jpeg = { quality: 82 }, webp = { quality: 80, effort: 2 };
const inside = side => ({ width: side, height: side, fit: 'inside', withoutEnlargement: true });
const card = { width: 1200, height: 630, fit: 'cover', position: 'attention' };

async function make(way, photo, folder) {
    let from = () => sharp(photo).autoOrient();
    if (way === 'once') {
        const { data, info } = await from().resize(inside(1600)).toColourspace('srgb').removeAlpha().raw().toBuffer({ resolveWithObject: true });
        from = () => sharp(data, { raw: info });
    }
    const to = name => path.join(folder, name);
    await Promise.all([
        from().resize(inside(1600)).jpeg(jpeg).toFile(to('large.jpg')),
        from().resize(inside(800)).jpeg(jpeg).toFile(to('medium.jpg')),
        from().resize(card).jpeg(jpeg).toFile(to('card.jpg')),
        from().resize(inside(1600)).webp(webp).toFile(to('large.webp')),
        from().resize(inside(800)).webp(webp).toFile(to('medium.webp')),
    ]);
}

require('node:readline').createInterface({ input: process.stdin }).on('line', async line => {
    const [id, way, photo, folder] = line.split('\t');
    await make(way, photo, folder);
    console.log(id);
});
