#!/usr/bin/env python3
"""Draws the sample photos as SVG and makes JPEGs of them with rsvg-convert and vips. Run in this folder; the results are kept."""
import pathlib
import random
import subprocess
import tempfile

W, H = 1280, 960
SKIN = ['#c98d63', '#b97b52', '#d49c72', '#a96d47']


def gradient(name, *stops):
    parts = ''.join(f'<stop offset="{at}" stop-color="{colour}"/>' for at, colour in stops)
    return f'<linearGradient id="{name}" x1="0" y1="0" x2="0" y2="1">{parts}</linearGradient>'


def person(x, y, size, dress, skin, veil=None, cap=False, lean=0):
    """A person from the hips up; y is the bottom."""
    s = size
    head = y - s * 1.62
    out = f'<g transform="rotate({lean} {x} {y})">'
    out += f'<path d="M{x - s * .62} {y} C{x - s * .66} {y - s * .8} {x - s * .5} {y - s * 1.12} {x} {y - s * 1.16} C{x + s * .5} {y - s * 1.12} {x + s * .66} {y - s * .8} {x + s * .62} {y}Z" fill="{dress}"/>'
    out += f'<path d="M{x} {y - s * 1.16} C{x + s * .5} {y - s * 1.12} {x + s * .66} {y - s * .8} {x + s * .62} {y} L{x + s * .2} {y}Z" fill="#000" opacity=".1"/>'
    if veil:
        out += f'<ellipse cx="{x}" cy="{head + s * .08}" rx="{s * .4}" ry="{s * .47}" fill="{veil}"/>'
        out += f'<path d="M{x - s * .4} {head} C{x - s * .5} {head + s * .6} {x - s * .4} {head + s * .8} {x} {head + s * .86} C{x + s * .4} {head + s * .8} {x + s * .5} {head + s * .6} {x + s * .4} {head}Z" fill="{veil}"/>'
        out += f'<ellipse cx="{x}" cy="{head + s * .04}" rx="{s * .26}" ry="{s * .32}" fill="{skin}"/>'
    else:
        out += f'<rect x="{x - s * .13}" y="{head + s * .2}" width="{s * .26}" height="{s * .34}" fill="{skin}"/>'
        out += f'<ellipse cx="{x}" cy="{head}" rx="{s * .3}" ry="{s * .37}" fill="{skin}"/>'
        out += f'<path d="M{x - s * .31} {head - s * .02} C{x - s * .34} {head - s * .5} {x + s * .34} {head - s * .5} {x + s * .31} {head - s * .02} C{x + s * .2} {head - s * .2} {x - s * .2} {head - s * .2} {x - s * .31} {head - s * .02}Z" fill="#211a17"/>'
        if cap:
            out += f'<path d="M{x - s * .32} {head - s * .14} L{x - s * .27} {head - s * .48} L{x + s * .27} {head - s * .48} L{x + s * .32} {head - s * .14}Z" fill="#15171c"/>'
    out += f'<circle cx="{x - s * .1}" cy="{head + s * .02}" r="{s * .025}" fill="#20140d"/><circle cx="{x + s * .1}" cy="{head + s * .02}" r="{s * .025}" fill="#20140d"/>'
    out += f'<path d="M{x - s * .09} {head + s * .16} Q{x} {head + s * .23} {x + s * .09} {head + s * .16}" stroke="#6d3522" stroke-width="{s * .025}" fill="none" stroke-linecap="round"/>'
    return out + '</g>'


def cloud(x, y, s, opacity=.85):
    return f'<g fill="#fff" opacity="{opacity}"><ellipse cx="{x}" cy="{y}" rx="{90 * s}" ry="{26 * s}"/><circle cx="{x - 30 * s}" cy="{y - 18 * s}" r="{34 * s}"/><circle cx="{x + 24 * s}" cy="{y - 26 * s}" r="{42 * s}"/></g>'


def palm(x, y, s):
    leaves = ''.join(f'<path d="M{x} {y - 150 * s} q{dx * s} {dy * s} {2 * dx * s} {(dy + 70) * s} q{-dx * .7 * s} {-60 * s} {-2 * dx * s} {-(dy + 70) * s}" fill="{c}"/>'
                     for dx, dy, c in [(-48, -42, '#2f6a38'), (48, -42, '#357a3f'), (-60, -4, '#28602f'), (60, -4, '#2f6e37'), (-20, -56, '#3d8546'), (24, -58, '#2b6633')])
    return f'<path d="M{x - 6 * s} {y} q{2 * s} {-80 * s} {3 * s} {-152 * s} l{7 * s} 0 q{4 * s} {80 * s} {6 * s} {152 * s}Z" fill="#6a4b31"/>{leaves}'


def gonjong(x, y, w, h, wall='#a9673b', roof='#4a2f27'):
    """A house with the upswept roof of the region; y is the floor."""
    top = y - h
    out = f'<rect x="{x - w * .42}" y="{y - h * .5}" width="{w * .84}" height="{h * .5}" fill="{wall}"/>'
    for i in range(6):
        out += f'<rect x="{x - w * .36 + i * w * .128}" y="{y - h * .4}" width="{w * .07}" height="{h * .2}" fill="#3c2a22"/>'
    out += f'<path d="M{x - w * .6} {top} C{x - w * .45} {y - h * .62} {x - w * .2} {y - h * .72} {x} {y - h * .72} C{x + w * .2} {y - h * .72} {x + w * .45} {y - h * .62} {x + w * .6} {top} C{x + w * .5} {y - h * .45} {x + w * .3} {y - h * .44} {x} {y - h * .44} C{x - w * .3} {y - h * .44} {x - w * .5} {y - h * .45} {x - w * .6} {top}Z" fill="{roof}"/>'
    out += f'<path d="M{x - w * .34} {top + h * .02} C{x - w * .24} {y - h * .74} {x - w * .1} {y - h * .8} {x} {y - h * .8} C{x + w * .1} {y - h * .8} {x + w * .24} {y - h * .74} {x + w * .34} {top + h * .02} C{x + w * .26} {y - h * .62} {x - w * .26} {y - h * .62} {x - w * .34} {top + h * .02}Z" fill="{roof}"/>'
    return out


def harau():
    random.seed(4)
    rows = ''
    for i in range(9):
        y = 640 + i * i * 4.3 + i * 4
        rows += f'<path d="M0 {y} Q{W / 2} {y - 26 + i * 3} {W} {y + 12} V{H} H0Z" fill="{["#8fbf4d", "#7db045", "#9cc95a", "#6fa53f"][i % 4]}"/>'
        rows += f'<path d="M0 {y} Q{W / 2} {y - 26 + i * 3} {W} {y + 12}" stroke="#e3efc2" stroke-width="3" fill="none" opacity=".6"/>'
    streaks = ''.join(f'<path d="M{x} {random.randint(150, 260)} q{random.randint(-14, 14)} 180 {random.randint(-8, 8)} {random.randint(260, 370)}" stroke="{random.choice(["#8f5a3d", "#d7a274", "#6f4a38", "#e2b78c"])}" stroke-width="{random.randint(5, 22)}" fill="none" opacity=".35"/>' for x in range(20, 1270, 26) if not 500 < x < 830)
    trees = ''.join(f'<circle cx="{x}" cy="{628 + random.randint(-14, 14)}" r="{random.randint(20, 46)}" fill="{random.choice(["#2e6a36", "#3b7d3d", "#275a31", "#4a8c45"])}"/>' for x in range(-10, W + 20, 26))
    return (gradient('s', (0, '#5aa9dd'), (.7, '#cfe9f2')) + gradient('c', (0, '#c98d63'), (.6, '#a5673f'), (1, '#6f5a3a')),
            f'<rect width="{W}" height="{H}" fill="url(#s)"/>{cloud(660, 130, 1.3)}{cloud(850, 210, .8, .7)}'
            f'<path d="M460 640 Q560 330 700 360 T900 640Z" fill="#7fa6a0" opacity=".75"/>'
            f'<path d="M0 60 Q120 20 230 90 T430 160 Q520 210 520 650 H0Z" fill="url(#c)"/><path d="M{W} 30 Q1130 10 1020 110 T850 190 Q800 240 810 650 H{W}Z" fill="url(#c)"/>{streaks}'
            f'<path d="M0 60 Q120 20 230 90 T430 160 Q470 180 490 240 Q330 150 200 140 T0 130Z" fill="#3f7a3c"/><path d="M{W} 30 Q1130 10 1020 110 T850 190 Q826 215 818 260 Q930 170 1060 160 T{W} 100Z" fill="#3f7a3c"/>'
            f'<path d="M300 150 q10 220 -6 480 h34 q-10 -260 -4 -470Z" fill="#f5fbff" opacity=".9"/>{trees}{rows}'
            f'{gonjong(930, 690, 250, 150)}{palm(1120, 720, 1)}{palm(170, 740, 1.25)}{palm(250, 720, .85)}')


def ktp():
    chairs = ''.join(f'<rect x="{x}" y="790" width="96" height="120" rx="14" fill="#2f78b7"/><rect x="{x + 8}" y="880" width="80" height="18" rx="8" fill="#25608f"/>' for x in (40, 1130))
    return (gradient('w', (0, '#f4efe2'), (1, '#dfd6c0')) + gradient('t', (0, '#b98252'), (1, '#8d5d37')),
            f'<rect width="{W}" height="{H}" fill="url(#w)"/><rect y="690" width="{W}" height="270" fill="#b9a88b"/>'
            f'<rect x="120" y="70" width="1040" height="150" rx="12" fill="#12627a"/><text x="640" y="135" font-family="DejaVu Sans" font-size="46" font-weight="bold" fill="#fff" text-anchor="middle">JEMPUT BOLA REKAM KTP-EL</text><text x="640" y="190" font-family="DejaVu Sans" font-size="31" fill="#bfe8e4" text-anchor="middle">Nagari Taram · pelayanan gratis</text>'
            f'<rect x="60" y="270" width="210" height="240" fill="#bcdcea"/><path d="M60 390h210M165 270v240" stroke="#fff" stroke-width="10"/><rect x="60" y="270" width="210" height="240" fill="none" stroke="#fff" stroke-width="14"/>'
            f'<rect x="880" y="330" width="330" height="630" fill="#c23b3b"/><path d="M880 900h330v60H880z" fill="#000" opacity=".12"/>'
            f'{person(1045, 965, 215, "#f2f2f2", SKIN[2], veil="#8c6bb1")}{person(330, 700, 180, "#8a7a4e", SKIN[0], cap=True)}{person(610, 710, 165, "#3c8c86", SKIN[1], veil="#e7d6b8")}'
            f'<rect x="150" y="640" width="760" height="50" rx="8" fill="url(#t)"/><rect x="180" y="690" width="700" height="220" fill="#8d5d37"/><rect x="180" y="690" width="700" height="40" fill="#000" opacity=".14"/>'
            f'<rect x="390" y="520" width="160" height="108" rx="8" fill="#23292e"/><rect x="400" y="530" width="140" height="88" fill="#8fc7e8"/><circle cx="470" cy="562" r="19" fill="#5a7f95"/><path d="M436 616q34-44 68 0z" fill="#5a7f95"/><rect x="455" y="628" width="30" height="14" fill="#23292e"/>'
            f'<g transform="translate(760 560)"><path d="M20 80 34 20 48 80M34 20v-8" stroke="#333" stroke-width="7" fill="none"/><rect y="-34" width="74" height="48" rx="8" fill="#2d3238"/><circle cx="37" cy="-10" r="16" fill="#7fb6d8"/><circle cx="37" cy="-10" r="8" fill="#1d2329"/></g>{chairs}')


def rapat():
    seats = ''
    colours = [('#b08d4c', None, True), ('#7a8f4e', '#d9c8a2', False), ('#b08d4c', None, True), ('#8a6b9e', '#b79ac9', False), ('#b08d4c', None, False)]
    for i, (dress, veil, cap) in enumerate(colours):
        seats += person(210 + i * 215, 690, 120, dress, SKIN[i % 4], veil=veil, cap=cap)
    bars = ''.join(f'<rect x="{520 + i * 62}" y="{340 - h}" width="40" height="{h}" fill="{c}"/>' for i, (h, c) in enumerate([(60, '#5bb7a8'), (96, '#3f9fb0'), (130, '#2f84b3'), (110, '#e0a445')]))
    glasses = ''.join(f'<rect x="{x}" y="672" width="20" height="44" rx="4" fill="#d9eef5" opacity=".9"/><rect x="{x + 40}" y="700" width="78" height="12" rx="3" fill="#f7f7f3"/>' for x in range(150, 1150, 215))
    return (gradient('w', (0, '#e9e4d9'), (1, '#d2c9b8')) + gradient('t', (0, '#9c6a42'), (1, '#6f4629')),
            f'<rect width="{W}" height="{H}" fill="url(#w)"/><rect x="440" y="90" width="400" height="290" rx="6" fill="#fff"/><rect x="440" y="90" width="400" height="290" rx="6" fill="none" stroke="#3b3f43" stroke-width="10"/>{bars}<text x="640" y="150" font-family="DejaVu Sans" font-size="27" font-weight="bold" fill="#12627a" text-anchor="middle">Rapat Koordinasi</text><path d="M480 340h320" stroke="#8aa" stroke-width="3"/>'
            f'<rect x="90" y="120" width="30" height="330" fill="#7d5a3b"/><path d="M120 130h150v95H120z" fill="#d22f2f"/><path d="M120 225h150v95H120z" fill="#fff"/><rect x="960" y="130" width="220" height="240" fill="#bfe0ee"/><path d="M960 250h220M1070 130v240" stroke="#fff" stroke-width="9"/>'
            f'{seats}<path d="M40 690 H1240 L1280 800 H0Z" fill="url(#t)"/><path d="M0 800H{W}V{H}H0Z" fill="#5d3a22"/><path d="M40 690 H1240 L1248 712 H32Z" fill="#fff" opacity=".16"/>{glasses}')


def posyandu():
    bunting = ''.join(f'<path d="M{40 + i * 80} {70 + abs(7.5 - i) * -4 + 40}l60 0-30 60z" fill="{["#e4574f", "#f2b63c", "#4aa56c", "#3c8fc4"][i % 4]}"/>' for i in range(16))
    return (gradient('w', (0, '#fbe9d6'), (1, '#f1d3b2')),
            f'<rect width="{W}" height="{H}" fill="url(#w)"/><rect y="740" width="{W}" height="220" fill="#c99b6d"/><path d="M20 80Q640 150 1260 80" stroke="#8a6a4d" stroke-width="5" fill="none"/>{bunting}'
            f'<rect x="860" y="220" width="330" height="230" rx="14" fill="#fff"/><text x="1025" y="280" font-family="DejaVu Sans" font-size="40" font-weight="bold" fill="#1c8a6a" text-anchor="middle">POSYANDU</text><text x="1025" y="325" font-family="DejaVu Sans" font-size="24" fill="#567" text-anchor="middle">Imunisasi · Timbang · Gizi</text><path d="M1005 360h40v24h24v40h-24v24h-40v-24h-24v-40h24z" transform="translate(0 -8) scale(1)" fill="#e4574f"/>'
            f'<path d="M520 130v170" stroke="#555" stroke-width="8"/><circle cx="520" cy="345" r="52" fill="#eef3f4" stroke="#667" stroke-width="10"/><path d="M520 345l24-30" stroke="#d33" stroke-width="6"/><path d="M470 470 520 395 570 470" stroke="#555" stroke-width="6" fill="none"/><path d="M450 470h140l-22 120q-48 34-96 0z" fill="#5aa3d6"/><circle cx="520" cy="470" r="40" fill="{SKIN[2]}"/><path d="M484 456q36-52 72 0-36-20-72 0z" fill="#2a1d17"/><circle cx="507" cy="474" r="4" fill="#222"/><circle cx="533" cy="474" r="4" fill="#222"/><path d="M509 490q11 9 22 0" stroke="#7a3a25" stroke-width="4" fill="none"/>'
            f'{person(250, 800, 200, "#e07a8b", SKIN[0], veil="#c9566b", lean=4)}{person(800, 810, 200, "#f4f6f5", SKIN[3], veil="#2d8f78", lean=-4)}'
            f'<rect x="90" y="790" width="1100" height="40" rx="10" fill="#a8744a"/><rect x="120" y="830" width="1040" height="130" fill="#8f5f3a"/><rect x="930" y="716" width="150" height="74" rx="8" fill="#fff"/><path d="M985 730h40v46h-40z" fill="#e4574f"/><path d="M997 740h16v26h-16zM992 745h26v16h-26z" fill="#fff"/><circle cx="400" cy="765" r="27" fill="#f0a43a"/><circle cx="445" cy="768" r="24" fill="#e2632f"/><circle cx="424" cy="740" r="24" fill="#8fbf4d"/>')


def pasar():
    random.seed(9)
    goods = ''
    for b, colours in enumerate([['#d8362e', '#e4574f'], ['#f0a43a', '#f5c04e'], ['#4f9a45', '#79b850'], ['#7d4b8f', '#5f3a75'], ['#e9e2c8', '#d9ceaa']]):
        x = 70 + b * 235
        goods += f'<path d="M{x} 700h205l-24 120h-157z" fill="#a97442"/><path d="M{x} 700h205l-5 26h-195z" fill="#c58d56"/>'
        goods += ''.join(f'<circle cx="{x + 24 + (i % 7) * 26}" cy="{690 - (i // 7) * 22 + random.randint(-4, 4)}" r="17" fill="{random.choice(colours)}"/>' for i in range(18))
    stripes = ''.join(f'<path d="M{i * 107 - 10} 190h107l{16 if i > 5 else -16} 120q-53 46-107 0z" fill="{"#e4574f" if i % 2 else "#fff6e6"}"/>' for i in range(12))
    return (gradient('s', (0, '#8ed0ee'), (1, '#f3e7c9')),
            f'<rect width="{W}" height="{H}" fill="url(#s)"/>{cloud(240, 110, 1)}{cloud(960, 90, 1.2)}<path d="M0 420Q200 300 420 380T860 350T{W} 400V620H0Z" fill="#6fa36f"/>{gonjong(640, 560, 420, 210)}'
            f'<rect y="600" width="{W}" height="360" fill="#a98a63"/><rect x="40" y="240" width="26" height="640" fill="#7a5536"/><rect x="1214" y="240" width="26" height="640" fill="#7a5536"/>'
            f'{person(330, 720, 175, "#4a7fb0", SKIN[1], veil="#f2d388")}{person(720, 720, 175, "#7b9b4f", SKIN[0], cap=True)}{person(1010, 720, 170, "#c76b8f", SKIN[3], veil="#5d7fa8")}{stripes}<rect x="0" y="178" width="{W}" height="22" fill="#8a5d39"/>'
            f'{goods}<rect x="40" y="815" width="1200" height="145" fill="#8a5d39"/><rect x="40" y="815" width="1200" height="16" fill="#a97442"/><rect x="500" y="846" width="280" height="80" rx="8" fill="#fdf6e3"/><text x="640" y="900" font-family="DejaVu Sans" font-size="36" font-weight="bold" fill="#3c6e3b" text-anchor="middle">PASAR TANI</text>')


def jalan():
    return (gradient('s', (0, '#6fb6e0'), (1, '#e7f1e4')) + gradient('r', (0, '#6b6f73'), (1, '#2f3235')),
            f'<rect width="{W}" height="{H}" fill="url(#s)"/>{cloud(300, 140, 1.2)}{cloud(1010, 180, .9)}<path d="M0 470Q180 300 380 400T760 330T{W} 440V600H0Z" fill="#7aa7a0"/><path d="M0 520Q300 430 560 500T{W} 500V640H0Z" fill="#5f9a57"/>'
            f'<path d="M0 560H{W}V{H}H0Z" fill="#83b355"/><path d="M560 560H700L1180 {H}H120Z" fill="url(#r)"/><path d="M628 570h6l10 60h-24zM622 660h22l14 90h-46zM608 790h50l24 170h-96z" fill="#f3f3ee" opacity=".9"/><path d="M560 560 120 {H}H60L540 560zM700 560l480 400h60L724 560z" fill="#c8b48a"/>'
            f'{palm(190, 640, 1.2)}{palm(1110, 640, 1.1)}{palm(1200, 660, 1.4)}{palm(60, 660, 1.4)}'
            f'<g transform="translate(690 520)"><circle cx="70" cy="190" r="84" fill="#3a3d40"/><circle cx="70" cy="190" r="52" fill="#6b7075"/><circle cx="330" cy="204" r="70" fill="#2b2d30"/><circle cx="330" cy="204" r="34" fill="#d8a02a"/><path d="M50 150h300l-16-70H190z" fill="#f0b02f"/><path d="M170 90V-30h150v120z" fill="#f5c04e"/><path d="M186-14h118v84H186z" fill="#bfe0ee"/><rect x="156" y="-50" width="180" height="24" rx="8" fill="#d8952a"/><rect x="0" y="140" width="190" height="30" rx="8" fill="#d8952a"/></g>'
            f'{person(330, 900, 150, "#f08a24", SKIN[1])}<path d="M280 632q50-66 100 0v12H280z" fill="#f7d23b"/><rect x="270" y="640" width="120" height="12" rx="6" fill="#e4bd26"/><path d="M262 790h136v16H262zM270 840h120v16H270z" fill="#f4f6c8"/>{person(500, 860, 120, "#f08a24", SKIN[3])}<path d="M460 646q40-54 80 0v10h-80z" fill="#fff"/><rect x="452" y="652" width="96" height="10" rx="5" fill="#e8e8e8"/><path d="M446 770h108v13H446z" fill="#f4f6c8"/>')


SCENES = {'1-rekam-KTP-di-nagari': ktp, '2-lembah-Harau': harau, '3-rapat-koordinasi': rapat, '4-posyandu': posyandu, '5-pasar-tani': pasar, '6-perbaikan-jalan': jalan}

for name, scene in SCENES.items():
    defs, body = scene()
    svg = f'<svg xmlns="http://www.w3.org/2000/svg" width="{W}" height="{H}" viewBox="0 0 {W} {H}"><defs>{defs}<radialGradient id="v" r=".78"><stop offset=".62" stop-color="#000" stop-opacity="0"/><stop offset="1" stop-color="#000" stop-opacity=".3"/></radialGradient><linearGradient id="sun" x1="0" y1="0" x2="1" y2="1"><stop offset="0" stop-color="#fff3cf" stop-opacity=".3"/><stop offset=".6" stop-color="#fff3cf" stop-opacity="0"/></linearGradient></defs>{body}<rect width="{W}" height="{H}" fill="url(#sun)"/><rect width="{W}" height="{H}" fill="url(#v)"/></svg>'
    with tempfile.TemporaryDirectory() as folder:
        source, flat = pathlib.Path(folder, 'a.svg'), pathlib.Path(folder, 'a.png')
        source.write_text(svg)
        subprocess.run(['rsvg-convert', '-o', flat, source], check=True)
        subprocess.run(['vips', 'copy', flat, f'{pathlib.Path(name).absolute()}.jpg[Q=84,strip,background=255]'], check=True)
