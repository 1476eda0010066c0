-- What pandoc's Typst writer does not do: alt texts, cards and notes, headings from level 1.

if not FORMAT:match("typst") then return {} end

local BOXES = {
  catatan = "catatan", sorotan = "sorotan",
  ["kartu-nilai"] = "kartu-nilai", ["kartu-label"] = "kartu-label", ["kartu-ket"] = "kartu-ket",
}

-- In points: a table of that height stays on one page; of a higher one some rows stand together at
-- its beginning and at its end, if they are not too high themselves.
local SHORT, FIRST, LAST, HIGHEST = 270, 3, 3, 300
local LINE = { width = 465, char = 4.7, height = 13, gap = 10 }
-- Characters: text so long before a chart or a table is kept with it, of longer text the end; a list
-- so long stands beside its chart.
local KEPT = 350

local function typst(code) return pandoc.RawBlock("typst", code) end

local function quoted(text)
  return '"' .. text:gsub("\\", "\\\\"):gsub('"', '\\"'):gsub("\n", " ") .. '"'
end

local function picture(image, source, width)
  local alt = quoted(image.attributes["alt"])
  return "image(" .. quoted(unescaped(source)) .. ", alt: " .. alt .. ", width: " .. width .. ")"
end

local function convert_figure(figure)
  local image = image_of(figure)
  local width = image.classes:includes("lebar") and "100%" or "lebar-gambar"
  local opening = "#figure(" .. picture(image, image.src, width) .. ", caption: ["
  local content = pandoc.Inlines({ pandoc.RawInline("typst", opening) })
  content:extend(pandoc.utils.blocks_to_inlines(figure.caption.long))
  content:insert(pandoc.RawInline("typst", "]) <" .. figure.identifier .. ">"))
  return pandoc.Para(content)
end

local function embolden(row)
  for _, cell in ipairs(row.cells) do
    cell.contents = cell.contents:walk({
      Plain = function(plain) return pandoc.Plain({ pandoc.Strong(plain.content) }) end,
    })
  end
end

local function mark_totals(tbl)
  for _, body in ipairs(tbl.bodies) do
    for _, row in ipairs(body.body) do
      if row.classes:includes("jumlah") then embolden(row) end
    end
  end
end

local function lines(content, width)
  local count = utf8.len(pandoc.utils.stringify(content)) or 0
  return math.max(1, math.ceil(count * LINE.char * 1.1 / width))
end

local function rows_of(tbl)
  local rows = pandoc.List({})
  for _, body in ipairs(tbl.bodies) do rows:extend(body.body) end
  return rows
end

-- The height of rows, estimated from their text.
local function rows_height(tbl, rows)
  local height = 0
  for _, row in ipairs(rows) do
    local most = 1
    for column, cell in ipairs(row.cells) do
      local part = #row.cells == #tbl.colspecs and tbl.colspecs[column][2] or 1
      most = math.max(most, lines(cell.contents, part * LINE.width - LINE.gap))
    end
    height = height + most * LINE.height + LINE.gap
  end
  return height
end

local function head_height(tbl)
  return lines(tbl.caption.long, LINE.width) * LINE.height + LINE.gap + rows_height(tbl, tbl.head.rows)
end

local function points(height) return math.ceil(math.min(height, HIGHEST)) .. "pt" end

-- The first of the last rows goes to the next page where there is no room for all of them.
local function keep_last_rows(tbl, rows)
  local last = pandoc.List({ table.unpack(rows, #rows - LAST + 1) })
  local cell = last[1].cells[1]
  local content = pandoc.Blocks({ typst("#perlu-baris(" .. points(rows_height(tbl, last)) .. ")") })
  content:extend(cell.contents)
  cell.contents = content
end

-- The figure is written here: Quarto would drop the caption of a table without its own numbering.
local function convert_table(tbl)
  mark_totals(tbl)
  local rows, head = rows_of(tbl), head_height(tbl)
  local before, rule, long = "", "", head + rows_height(tbl, rows) > SHORT
  local opening = "#show figure: set block(breakable: " .. (long and "true" or "false") .. ")\n#figure(kind: table, caption: ["
  if long then
    local first = pandoc.List({ table.unpack(rows, 1, FIRST) })
    before = "#perlu(" .. points(head + rows_height(tbl, first)) .. ")\n"
    if #rows >= FIRST + LAST then
      keep_last_rows(tbl, rows)
    else
      -- Few rows that are so high: each of them stays whole.
      rule = "#set table.cell(breakable: false)\n"
    end
  end
  local caption = pandoc.Inlines({ pandoc.RawInline("typst", opening) })
  caption:extend(pandoc.utils.blocks_to_inlines(tbl.caption.long))
  caption:insert(pandoc.RawInline("typst", "])["))
  tbl.caption = { long = {} }
  tbl.attr = pandoc.Attr("", { "typst:no-figure" })
  return { typst(before .. "#[" .. rule), pandoc.Plain(caption), tbl, typst("]]") }
end

local function box(div)
  for _, class in ipairs(div.classes) do
    if BOXES[class] then
      local result = pandoc.Blocks({ typst("#" .. BOXES[class] .. "[") })
      result:extend(div.content)
      result:insert(typst("]"))
      return result
    end
  end
end

local function cards(row)
  if not row.classes:includes("kartu-baris") then return nil end
  local result = pandoc.Blocks({ typst("#kartu-baris((") })
  for _, card in ipairs(row.content) do
    result:insert(typst("["))
    result:extend(card.content)
    result:insert(typst("],"))
  end
  result:insert(typst("))"))
  return result
end

local function convert_span(span)
  for _, class in ipairs(span.classes) do
    if BOXES[class] then
      local result = pandoc.Inlines({ pandoc.RawInline("typst", "#" .. BOXES[class] .. "[") })
      result:extend(span.content)
      result:insert(pandoc.RawInline("typst", "]"))
      return result
    end
  end
  -- The key of a figure is for the web.
  if span.classes:includes("angka") then return span.content end
end

-- The course of a figure in a card; other pictures stand in figures.
local function convert_image(image)
  if not image.classes:includes("garis-kecil") then return nil end
  local code = "image(" .. quoted(unescaped(image.src)) .. ", alt: " .. quoted(image.attributes["alt"]) .. ", height: 14pt)"
  return pandoc.RawInline("typst", "#" .. code)
end

local function fits_beside(block)
  local short = block.t == "BulletList" and utf8.len(pandoc.utils.stringify(block)) <= KEPT
  return short or has_small_picture(block)
end

-- The arguments of a picture of half the width: itself, its caption, its name.
local function half(figure)
  local image = image_of(figure)
  local content = pandoc.Inlines({
    pandoc.RawInline("typst", "(" .. picture(image, image.attributes["sempit"], "100%") .. ", ["),
  })
  content:extend(pandoc.utils.blocks_to_inlines(figure.caption.long))
  content:insert(pandoc.RawInline("typst", "], <" .. figure.identifier .. ">)"))
  return pandoc.Plain(content)
end

local function place_pair(div)
  if not is_pair(div) then return nil end
  local left, right = div.content[1], half(div.content[2])
  if left.t == "Figure" then
    return { typst("#dua-gambar("), half(left), typst(","), right, typst(")") }, false
  end
  return { typst("#teks-gambar(["), left, typst("],"), right, typst(")") }, false
end

local TEXTS = { Para = true, BulletList = true, OrderedList = true }

local function leads_in(block, following)
  return block.t == "Para" and following and TEXTS[following.t] and pandoc.utils.stringify(block):match(":$")
end

-- What is said of a chart or a table stands on its page, and what ends with a colon before a list.
local function keep_text(doc)
  local result = pandoc.Blocks({})
  for index, block in ipairs(doc.blocks) do
    local length, last = 0, index
    while doc.blocks[last] and TEXTS[doc.blocks[last].t] do
      length = length + (utf8.len(pandoc.utils.stringify(doc.blocks[last])) or 0)
      last = last + 1
    end
    local following = doc.blocks[last]
    local shown = following and (following.t == "Figure" or following.t == "Table" or is_pair(following))
    if last > index and shown and length <= KEPT or leads_in(block, doc.blocks[index + 1]) then
      result:extend({ typst("#lekat["), block, typst("]") })
    else
      result:insert(block)
    end
  end
  doc.blocks = result
  return doc
end

local function raise_heading(header)
  header.level = header.level - 1
  return header
end

return {
  { Pandoc = function(doc) return pair_charts(doc, fits_beside) end },
  { Pandoc = keep_text },
  { Div = place_pair },
  { Figure = convert_figure, Table = convert_table, Image = convert_image },
  { Div = cards },
  { Div = box, Span = convert_span, Header = raise_heading },
}
