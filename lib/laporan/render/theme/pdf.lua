-- What pandoc's Typst writer does not do: alt texts, cards and notes, headings from level 1.

if not FORMAT:match("typst") then return {} end

local BOXES = {
  catatan = "catatan", sorotan = "sorotan",
  ["kartu-nilai"] = "kartu-nilai", ["kartu-label"] = "kartu-label", ["kartu-ket"] = "kartu-ket",
}

-- A table of so many rows stays on one page.
local SHORT = 12

local function typst(code) return pandoc.RawBlock("typst", code) end

local function quoted(text)
  return '"' .. text:gsub("\\", "\\\\"):gsub('"', '\\"'):gsub("\n", " ") .. '"'
end

local function unescaped(url)
  return (url:gsub("%%(%x%x)", function(code) return string.char(tonumber(code, 16)) end))
end

local function picture(image)
  return "image(" .. quoted(unescaped(image.src)) .. ", alt: " .. quoted(image.attributes["alt"]) .. ", width: 100%)"
end

local function convert_figure(figure)
  local image
  figure:walk({ Image = function(found) image = found end })
  local content = pandoc.Inlines({ pandoc.RawInline("typst", "#figure(" .. picture(image) .. ", caption: [") })
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

-- The figure is written here: Quarto would drop the caption of a table without its own numbering.
local function convert_table(tbl)
  mark_totals(tbl)
  local rows = #tbl.head.rows
  for _, body in ipairs(tbl.bodies) do rows = rows + #body.body end
  local breaks = rows > SHORT and "true" or "false"
  local opening = "#show figure: set block(breakable: " .. breaks .. ")\n#figure(kind: table, caption: ["
  local caption = pandoc.Inlines({ pandoc.RawInline("typst", opening) })
  caption:extend(pandoc.utils.blocks_to_inlines(tbl.caption.long))
  caption:insert(pandoc.RawInline("typst", "])["))
  tbl.caption = { long = {} }
  tbl.attr = pandoc.Attr("", { "typst:no-figure" })
  return { typst("#["), pandoc.Plain(caption), tbl, typst("]]") }
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

local function raise_heading(header)
  header.level = header.level - 1
  return header
end

return {
  { Figure = convert_figure, Table = convert_table },
  { Div = cards },
  { Div = box, Span = convert_span, Header = raise_heading },
}
